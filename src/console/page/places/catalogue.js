// Teams, roles and defaults: what can be given, and what those get who have nothing.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown } from '../parts/problem.js';
import { confirm } from '../parts/confirm.js';
import { say } from '../parts/announcer.js';
import { catalogue, choice, chosen, named } from '../parts/grant.js';
import { find, patch, post, put, remove } from '../api.js';
import { t } from '../text.js';

class Catalogue extends Part {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    this.things = new Coming(this);
    this.defaults = new Coming(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    const { own, domains } = this.session;
    const claimed = domains.filter((domain) => domain.state === 'claimed');
    return Promise.all([
      this.things.of(() => catalogue(own)),
      this.defaults.of(() => Promise.all([
        find(`${own}/default`).then((value) => ({ path: `${own}/default`, name: t('default.organization'), value })),
        ...claimed.map((domain) => find(`${own}/domains/${domain.id}/default`)
          .then((value) => ({ path: `${own}/domains/${domain.id}/default`, name: domain.unicodeName, value }))),
      ])),
    ]);
  }

  ask(question, said, work) {
    confirm({ ...question, act: async (form) => { await work(form); await this.load(); say(said); } });
  }

  team(team) {
    const path = `${this.session.own}/teams`;
    this.ask({ title: t(team ? 'team.rename' : 'team.add'), action: t('save'), harmless: true, text: nameField(team?.name) }, t('saved'),
      (form) => (team ? patch(`${path}/${team.id}`, { name: form.get('name') }) : post(path, { name: form.get('name') })));
  }

  role(role) {
    const path = `${this.session.own}/roles`;
    this.ask({
      title: t(role ? 'role.change' : 'role.add'), action: t('save'), harmless: true,
      text: html`${nameField(role?.name)}
        ${role ? nothing : html`<div class="rule"><label class="form-label" for="scope">${t('role.scope')}</label><select id="scope" name="scope" class="form-select">
          <option value="team">${t('role.scope.team')}</option><option value="organization">${t('role.scope.organization')}</option></select></div>`}
        <div class="rule"><label class="form-label" for="rank">${t('role.rank')}</label><input id="rank" name="rank" type="number" class="form-control" required .value=${String(role?.rank ?? 10)}><p class="form-text mb-0">${t('role.rank.help')}</p></div>
        ${role?.scope === 'team' ? nothing : html`<label class="form-check"><input class="form-check-input" type="checkbox" name="admin" .checked=${role?.admin ?? false}> ${t('role.admin')}</label>`}`,
    }, t('saved'), (form) => {
      const scope = role?.scope ?? form.get('scope');
      const wanted = { name: form.get('name'), rank: Number(form.get('rank')), ...(scope === 'organization' ? { admin: form.has('admin') } : {}) };
      return role ? patch(`${path}/${role.id}`, wanted) : post(path, { ...wanted, scope });
    });
  }

  gone(kind, thing) {
    this.ask({ title: t('remove.title', { name: thing.name }), action: t('remove'), text: html`<p>${t('remove.text')}</p>` }, t('removed', { name: thing.name }),
      () => remove(`${this.session.own}/${kind}/${thing.id}`));
  }

  setDefault(one) {
    this.ask({ title: t('default.title', { name: one.name }), action: t('save'), harmless: true, text: html`<p>${t('default.text')}</p>${choice(this.things.value, undefined, true)}` },
      t('saved'), (form) => put(one.path, chosen(form)));
  }

  dropDefault(one) {
    this.ask({ title: t('default.remove.title', { name: one.name }), action: t('remove'), text: html`<p>${t('default.remove.text')}</p>` },
      t('removed', { name: one.name }), () => remove(one.path));
  }

  render() {
    return shown(this.things, () => this.load(), ({ teams, roles }) => html`
      <section class="card" aria-labelledby="roles"><div class="card-body">
        ${head('roles', () => this.role(), t('role.add'))}
        ${roles.length ? html`<ul class="things">${roles.map((role) => html`<li class="thing thing-head"><bdi class="fw-semibold">${role.name}</bdi>
          <span class="why">${t(`role.scope.${role.scope}`)}, ${t('role.rank')} ${role.rank}${role.admin ? html`, ${t('role.isAdmin')}` : nothing}</span>
          ${this.acts(() => this.role(role), () => this.gone('roles', role), role.name)}</li>`)}</ul>` : emptiness(t('roles.none.title'), t('roles.none.text'))}
      </div></section>
      <section class="card" aria-labelledby="teams"><div class="card-body">
        ${head('teams', () => this.team(), t('team.add'))}
        ${teams.length ? html`<ul class="things">${teams.map((team) => html`<li class="thing thing-head"><bdi class="fw-semibold">${team.name}</bdi>
          ${this.acts(() => this.team(team), () => this.gone('teams', team), team.name)}</li>`)}</ul>` : emptiness(t('teams.none.title'), t('teams.none.text'))}
      </div></section>
      <section class="card" aria-labelledby="defaults"><div class="card-body">
        <h2 class="h5" id="defaults">${t('defaults')}</h2><p class="text-body-secondary">${t('defaults.text')}</p>
        ${shown(this.defaults, () => this.load(), (defaults) => html`<ul class="things">${defaults.map((one) => html`<li class="thing thing-head"><bdi class="fw-semibold">${one.name}</bdi>
          <span>${one.value ? named(one.value) : html`<span class="why">${t('default.none')}</span>`}</span>
          <span class="thing-acts">
            ${teams.length && roles.some((role) => role.scope === 'team') ? html`<button type="button" class="btn btn-sm btn-outline-secondary" @click=${() => this.setDefault(one)}>${t('default.set')}<span class="visually-hidden"> ${one.name}</span></button>` : nothing}
            ${one.value ? html`<button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.dropDefault(one)}>${t('remove')}<span class="visually-hidden"> ${one.name}</span></button>` : nothing}</span></li>`)}</ul>`)}
      </div></section>`);
  }

  acts(change, drop, name) {
    return html`<span class="thing-acts">
      <button type="button" class="btn btn-sm btn-outline-secondary" @click=${change}>${t('change')}<span class="visually-hidden"> ${name}</span></button>
      <button type="button" class="btn btn-sm btn-outline-danger" @click=${drop}>${t('remove')}<span class="visually-hidden"> ${name}</span></button></span>`;
  }
}

const head = (id, add, text) => html`<div class="thing-head mb-3"><h2 class="h5 mb-0" id=${id}>${t(id)}</h2>
  <span class="thing-acts"><button type="button" class="btn btn-sm btn-outline-primary" @click=${add}>${text}</button></span></div>`;

const nameField = (name = '') => html`<div class="rule"><label class="form-label" for="name">${t('name')}</label><input id="name" name="name" class="form-control" required maxlength="200" dir="auto" .value=${name}></div>`;

customElements.define('rollcall-catalogue', Catalogue);
