// Activity: what came of the calls of identity providers, day by day and one by one.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { chart } from '../parts/chart.js';
import '../parts/list.js';
import './call.js';
import { address, get, page } from '../api.js';
import { number, t } from '../text.js';

const RESULTS = ['created', 'updated', 'unchanged', 'disabled', 'enabled', 'deleted', 'refused'];
const DAYS = 30;
const EVERY = 2000;

class Activity extends Part {
  static properties = { session: { attribute: false }, id: {}, query: { state: true }, version: { state: true } };

  constructor() {
    super();
    this.query = {};
    this.version = 0;
    this.connections = new Coming(this);
    this.days = new Coming(this);
    this.newest = new Coming(this);
    this.onVisible = () => this.watch();
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    document.addEventListener('visibilitychange', this.onVisible);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.onVisible);
    super.disconnectedCallback();
  }

  async load() {
    await this.connections.of(async () => (await page(`${this.session.own}/connections`, { limit: 100 })).items);
    await this.sums();
    this.watch();
  }

  sums() {
    const connection = this.query.connectionId ? `&connectionId=${this.query.connectionId}` : '';
    return this.days.of(async () => (await get(`${this.session.own}/summaries/days?days=${DAYS}${connection}`)).days);
  }

  // While the page is looked at, a call is on it within two seconds; the list is read anew only where nobody has gone on in it.
  watch() {
    clearTimeout(this.timer);
    if (!this.isConnected || document.hidden) {
      return;
    }
    this.timer = setTimeout(async () => {
      const newest = await this.newest.of(() => page(`${this.session.own}/activity`, { query: this.query, limit: 1 }));
      const list = this.querySelector('rollcall-list');
      if (!this.id && list && !list.busy && list.items.length <= 50 && newest?.items[0]?.id !== list.items[0]?.id) {
        this.version++;
        this.sums();
      }
      this.watch();
    }, EVERY);
  }

  choose(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const time = (name, more = 0) => form.get(name) && new Date(new Date(form.get(name)).getTime() + more).toISOString();
    this.query = {
      search: form.get('search').trim(), result: form.get('result'), connectionId: form.get('connection'),
      since: time('since'), until: time('until', 86_400_000),
    };
    this.sums();
  }

  exported(format) {
    const parameters = new URLSearchParams({ format });
    Object.entries(this.query).filter(([, value]) => value).forEach(([name, value]) => parameters.set(name, value));
    return address(`${this.session.own}/activity/export?${parameters}`);
  }

  render() {
    return this.id
      ? html`<rollcall-call .session=${this.session} .id=${this.id} .connections=${this.connections.value ?? []}></rollcall-call>`
      : shown(this.connections, () => this.load(), (connections) => html`
      <section class="card" aria-labelledby="sums"><div class="card-body">
        <h2 class="h5" id="sums">${t('activity.sums', { days: DAYS })}</h2>
        ${shown(this.days, () => this.sums(), (days) => this.summary(days))}
      </div></section>
      <form class="filters" role="search" aria-label=${t('activity.search')} @submit=${this.choose}>
        <div><label class="form-label" for="search">${t('activity.name')}</label><input id="search" name="search" type="search" class="form-control" dir="auto" maxlength="64"></div>
        <div><label class="form-label" for="result">${t('activity.result')}</label><select id="result" name="result" class="form-select"><option value="">${t('all')}</option>${RESULTS.map((one) => html`<option value=${one}>${t(`result.${one}`)}</option>`)}</select></div>
        <div><label class="form-label" for="connection">${t('setUp.connection')}</label><select id="connection" name="connection" class="form-select"><option value="">${t('all')}</option>${connections.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select></div>
        <div><label class="form-label" for="since">${t('from')}</label><input id="since" name="since" type="date" class="form-control"></div>
        <div><label class="form-label" for="until">${t('until')}</label><input id="until" name="until" type="date" class="form-control"></div>
        <button class="btn btn-outline-primary">${t('show')}</button>
      </form>
      <p class="exports">${t('activity.export')} <a href=${this.exported('csv')} download>CSV</a> <a href=${this.exported('ndjson')} download>NDJSON</a></p>
      <rollcall-list .path=${`${this.session.own}/activity`} .query=${this.query} .renewed=${this.version} .caption=${t('place.activity')}
        .columns=${columns()} .empty=${emptiness(t('activity.none.title'), t('activity.none.text'))}></rollcall-list>`);
  }

  summary(days) {
    const sum = (kind, name) => days.reduce((all, one) => all + one[kind][name], 0);
    const counters = (kind) => ['impacted', 'success', 'unsynced', 'partialSynced', 'failed']
      .map((name) => [name, days.reduce((all, one) => all + (one.pingOne[kind][name] ?? 0), 0)]);
    return html`
      ${chart(days.map((one) => ({ time: one.since, counts: Object.fromEntries(RESULTS.map((name) => [name, one.users[name] + one.groups[name] + one.others[name]])) })), t('activity.sums', { days: DAYS }))}
      <div class="sums">
        ${['users', 'groups'].map((kind) => html`
          <section aria-labelledby="sum-${kind}"><h3 class="h6" id="sum-${kind}">${t(`activity.${kind}`)}</h3>
            <dl class="counts">${RESULTS.map((name) => html`<div><dt>${t(`result.${name}`)}</dt><dd>${number(sum(kind, name))}</dd></div>`)}</dl></section>`)}
      </div>
      <details class="pingone"><summary>${t('activity.pingone')}</summary>
        <p class="form-text">${t('activity.pingone.text')}</p>
        <dl class="counts">${counters('users').map(([name, count]) => html`<div><dt>${t(`pingone.${name}`)}</dt><dd>${number(count)}</dd></div>`)}</dl>
      </details>`;
  }
}

export const columns = () => [
  { title: t('activity.time'), cell: (call) => at(call.time) },
  { title: t('activity.what'), cell: (call) => html`<span class="state state-${call.result}">${t(`result.${call.result}`)}</span>` },
  { title: t('activity.of'), cell: (call) => html`<bdi>${call.name ?? call.path ?? '–'}</bdi><div class="small text-body-secondary">${call.resourceType ?? ''}</div>` },
  { title: t('activity.detail'), cell: (call) => html`${detail(call)} <a class="text-nowrap" href="#/activity/${call.id}">${t('activity.open')}<span class="visually-hidden"> ${call.name ?? call.path}</span></a>` },
];

const detail = (call) => html`
  ${call.result === 'refused' ? html`<strong>${call.status}</strong> ${call.sentence}` : html`
    ${call.changed.length ? html`<span class="text-break">${call.changed.join(', ')}</span>` : nothing}
    ${call.membersAdded ? t('activity.added', { count: call.membersAdded }) : nothing}
    ${call.membersRemoved ? t('activity.removed', { count: call.membersRemoved }) : nothing}`}`;

customElements.define('rollcall-activity', Activity);
