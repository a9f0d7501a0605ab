// IdP groups: what the identity provider has pushed, what it gives, and what a change would do before it is made.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { say } from '../parts/announcer.js';
import { offerUndo } from '../parts/undo.js';
import { catalogue, choice, chosen, named } from '../parts/grant.js';
import '../parts/list.js';
import { post, remove } from '../api.js';
import { number, t } from '../text.js';

class Groups extends Part {
  static properties = { session: { attribute: false }, query: { state: true }, version: { state: true } };

  constructor() {
    super();
    this.query = {};
    this.version = 0;
    this.catalogue = new Coming(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.catalogue.of(() => catalogue(this.session.own));
  }

  choose(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.query = { search: form.get('search').trim(), mapped: form.get('mapped') };
  }

  map(group) {
    confirm({
      title: t('map.title', { name: group.name }),
      text: html`<p>${t('map.text')}</p>
        ${choice(this.catalogue.value, (wanted) => this.previewed({ add: wanted && [{ groupId: group.id, ...wanted }] }))}
        <rollcall-preview .own=${this.session.own}></rollcall-preview>`,
      action: t('map'),
      harmless: true,
      act: async (form) => {
        await post(`${this.session.own}/mappings`, { groupId: group.id, ...chosen(form) });
        this.version++;
        say(t('mapped', { name: group.name }));
      },
    });
  }

  unmap(group, mapping) {
    confirm({
      title: t('unmap.title', { name: group.name }),
      text: html`<p>${t('unmap.text')} ${named(mapping)}</p>
        <rollcall-preview .own=${this.session.own} .change=${{ remove: [mapping.mappingId] }}></rollcall-preview>`,
      action: t('unmap'),
      act: async () => {
        await remove(`${this.session.own}/mappings/${mapping.mappingId}`);
        this.version++;
        offerUndo({
          text: t('unmapped', { name: group.name, role: mapping.role.name }),
          undo: async () => {
            await post(`${this.session.own}/mappings`, { groupId: group.id, roleId: mapping.role.id, ...(mapping.team ? { teamId: mapping.team.id } : {}) });
            this.version++;
          },
        });
      },
    });
  }

  previewed(change) {
    const preview = document.querySelector('rollcall-confirm rollcall-preview');
    if (preview) {
      preview.change = change.add ? change : undefined;
    }
  }

  render() {
    return shown(this.catalogue, () => this.load(), ({ roles }) => html`
      <p class="text-body-secondary">${t('groups.text')}</p>
      ${roles.length ? nothing : html`<div class="alert alert-info">${t('groups.noRoles')} <a href="#/access">${t('place.access')}</a></div>`}
      <form class="filters" role="search" aria-label=${t('groups.search')} @submit=${this.choose}>
        <div><label class="form-label" for="search">${t('groups.name')}</label><input id="search" name="search" type="search" class="form-control" dir="auto" maxlength="200"></div>
        <div><label class="form-label" for="mapped">${t('groups.mapped')}</label><select id="mapped" name="mapped" class="form-select">
          <option value="">${t('all')}</option><option value="true">${t('groups.mapped.true')}</option><option value="false">${t('groups.mapped.false')}</option></select></div>
        <button class="btn btn-outline-primary">${t('show')}</button>
      </form>
      <rollcall-list .path=${`${this.session.own}/groups`} .query=${this.query} .renewed=${this.version} .caption=${t('place.groups')}
        .columns=${this.columns()} .empty=${emptiness(t('groups.none.title'), t('groups.none.text'))}></rollcall-list>`);
  }

  columns() {
    const { writes } = this.session.me;
    const columns = [
      { title: t('groups.name'), cell: (group) => html`<bdi class="fw-semibold">${group.name}</bdi>` },
      { title: t('groups.people'), cell: (group) => headcount(group.people) },
      { title: t('groups.lastPush'), cell: (group) => at(group.lastPush) },
      { title: t('groups.mappedTo'), cell: (group) => html`
        <div class="chips">${group.mappedTo.length ? group.mappedTo.map((mapping) => html`
          <span class="chip">${named(mapping)}${writes ? html`<button type="button" aria-label=${t('unmap.of', { name: group.name, role: mapping.role.name })} @click=${() => this.unmap(group, mapping)}>×</button>` : nothing}</span>`)
        : html`<span class="chip is-none">${t('groups.unmapped')}</span>`}</div>` },
    ];
    return writes ? [...columns,
      { title: t('groups.act'), cell: (group) => this.catalogue.value.roles.length ? html`<button type="button" class="btn btn-sm btn-outline-primary" @click=${() => this.map(group)}>${t('map')}<span class="visually-hidden"> ${group.name}</span></button>` : nothing },
    ] : columns;
  }
}

const headcount = ({ count, more }) => `${number(count)}${more ? '+' : ''}`;

// What a change of mappings would do.
class Preview extends Part {
  static properties = { own: {}, change: { attribute: false } };

  constructor() {
    super();
    this.preview = new Coming(this);
  }

  // Nobody waits any more for what would come of another choice, or of one that is not looked at.
  disconnectedCallback() {
    this.reading?.abort();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('change')) {
      this.reading?.abort();
      this.preview.value = undefined;
      if (this.change) {
        const asked = this.change;
        const { signal } = this.reading = new AbortController();
        this.preview.of(async () => {
          const read = await post(`${this.own}/mapping-previews`, asked, signal);
          return asked === this.change ? read : this.preview.value;
        });
      }
    }
  }

  render() {
    if (!this.change) {
      return nothing;
    }
    return html`<div class="preview" aria-live="polite">${shown(this.preview, undefined, (preview) => html`
      <p class="fw-semibold mb-1">${t('preview.affected', { count: preview.affected, shown: number(preview.affected) })}</p>
      <ul class="mb-1">
        ${preview.gained.map((one) => html`<li>${t('preview.gain', { count: one.people, shown: number(one.people) })} ${named(one)}</li>`)}
        ${preview.lost.map((one) => html`<li>${t('preview.lose', { count: one.people, shown: number(one.people) })} ${named(one)}</li>`)}
        ${preview.changed.map((one) => html`<li>${t('preview.change', { count: one.people, shown: number(one.people) })} <bdi>${one.from.name}</bdi> → ${named({ role: one.to, team: one.team })}</li>`)}
      </ul>
      ${preview.people.length ? html`<p class="why mb-0">${t('preview.people')} <bdi>${preview.people.slice(0, 5).map((person) => person.userName).join(', ')}</bdi>${preview.affected > 5 ? ' …' : ''}</p>` : nothing}
      ${preview.refusal ? trouble(new Error(preview.refusal)) : nothing}`, t('preview.counting'))}</div>`;
  }
}

customElements.define('rollcall-groups', Groups);
customElements.define('rollcall-preview', Preview);
