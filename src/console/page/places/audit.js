// Audit: who changed what, when and from where.
import { Part, html, nothing } from '../parts/element.js';
import { emptiness } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import '../parts/list.js';
import { has, t } from '../text.js';

class Audit extends Part {
  static properties = { session: { attribute: false }, query: { state: true } };

  constructor() {
    super();
    this.query = {};
  }

  choose(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const until = form.get('until');
    this.query = {
      author: form.get('author').trim(),
      from: form.get('from') && new Date(form.get('from')).toISOString(),
      until: until && new Date(new Date(until).getTime() + 86_400_000).toISOString(),
    };
  }

  render() {
    return html`
      <form class="filters" role="search" aria-label=${t('audit.search')} @submit=${this.choose}>
        <div><label class="form-label" for="author">${t('audit.author')}</label><input id="author" name="author" type="text" inputmode="email" class="form-control" dir="auto"></div>
        <div><label class="form-label" for="from">${t('from')}</label><input id="from" name="from" type="date" class="form-control"></div>
        <div><label class="form-label" for="until">${t('until')}</label><input id="until" name="until" type="date" class="form-control"></div>
        <button class="btn btn-outline-primary">${t('show')}</button>
      </form>
      <rollcall-list .path=${`${this.session.own}/audit`} .query=${this.query} .caption=${t('place.audit')} .columns=${COLUMNS()}
        .empty=${emptiness(t('audit.none.title'), t('audit.none.text'))}></rollcall-list>`;
  }
}

const COLUMNS = () => [
  { title: t('audit.time'), cell: (entry) => at(entry.time) },
  { title: t('audit.author'), cell: (entry) => html`<bdi>${entry.author.name}</bdi><div class="small text-body-secondary">${entry.author.address}</div>` },
  { title: t('audit.change'), cell: (entry) => html`${action(entry.action)} <bdi class="fw-semibold">${entry.subject.name}</bdi>` },
  { title: t('audit.detail'), cell: detail },
];

const action = (name) => (has(`action.${name}`) ? t(`action.${name}`) : name);

function detail(entry) {
  const fields = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  if (!fields.length) {
    return nothing;
  }
  return html`<details><summary>${t('audit.fields', { count: fields.length })}</summary>
    <dl class="fields">${fields.map((field) => html`<dt>${field}</dt><dd><bdi>${plain(entry.before[field])}</bdi> → <bdi>${plain(entry.after[field])}</bdi></dd>`)}</dl></details>`;
}

const plain = (value) => (value === undefined || value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

customElements.define('rollcall-audit', Audit);
