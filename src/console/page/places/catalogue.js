// Teams, roles and defaults: what can be given, and what those get who have nothing.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown } from '../parts/problem.js';
import { confirm } from '../parts/confirm.js';
import { say } from '../parts/announcer.js';
import { offerUndo } from '../parts/undo.js';
import { headcount } from '../parts/headcount.js';
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
          .then((value) => ({ path: `${own}/domains/${domain.id}/default`, name: domain.unicodeName, domain: domain.name, value }))),
      ])),
    ]);
  }

  // `work` may give what undoes it.
  ask(question, said, work) {
    confirm({
      ...question,
      act: async (form) => {
        const undo = await work(form);
        await this.load();
        if (typeof undo === 'function') {
          offerUndo({ text: said, undo: async () => { await undo(); await this.load(); } });
        } else {
          say(said);
        }
      },
    });
  }

  team(team) {
    const path = `${this.session.own}/teams`;
    this.ask({ title: t(team ? 'team.rename' : 'team.add'), action: t('save'), harmless: true, text: nameField(team?.name) }, t('saved'),
      async (form) => {
        await (team ? patch(`${path}/${team.id}`, { name: form.get('name') }) : post(path, { name: form.get('name') }));
        return team && (() => patch(`${path}/${team.id}`, { name: team.name }));
      });
  }

  role(role) {
    const path = `${this.session.own}/roles`;
    this.ask({
      title: t(role ? 'role.change' : 'role.add'), action: t('save'), harmless: true,
      text: html`${nameField(role?.name)}
        ${role ? nothing : html`<div class="rule"><label class="form-label" for="scope">${t('role.scope')}</label><select id="scope" name="scope" class="form-select">
          <option value="team">${t('role.scope.team')}</option><option value="organization">${t('role.scope.organization')}</option></select></div>`}
        <div class="rule"><label class="form-label" for="rank">${t('role.rank')}</label><input id="rank" name="rank" type="number" class="form-control" required .value=${String(role?.rank ?? 10)}><p class="form-text mb-0">${t('role.rank.help')}</p></div>
        ${role?.scope === 'team' ? nothing : html`<label class="form-check"><input class="form-check-input" type="checkbox" name="admin" .checked=${role?.admin ?? false}> ${t('role.admin')}</label>`}
        ${role ? headcount(this.session.own, { role: role.id }, 'role.change.people') : nothing}`,
    }, t('saved'), async (form) => {
      const scope = role?.scope ?? form.get('scope');
      const wanted = { name: form.get('name'), rank: Number(form.get('rank')), ...(scope === 'organization' ? { admin: form.has('admin') } : {}) };
      await (role ? patch(`${path}/${role.id}`, wanted) : post(path, { ...wanted, scope }));
      return role && (() => patch(`${path}/${role.id}`, { name: role.name, rank: role.rank, ...(scope === 'organization' ? { admin: role.admin } : {}) }));
    });
  }

  gone(kind, thing) {
    this.ask({ title: t('remove.title', { name: thing.name }), action: t('remove'), text: html`${headcount(this.session.own, { [kind === 'roles' ? 'role' : 'team']: thing.id }, 'remove.people')}<p>${t('remove.text')}</p>` }, t('removed', { name: thing.name }),
      () => remove(`${this.session.own}/${kind}/${thing.id}`));
  }

  setDefault(one) {
    this.ask({ title: t('default.title', { name: one.name }), action: t('save'), harmless: true, text: html`<p>${t('default.text')}</p>${choice(this.things.value, undefined, true)}${one.value ? this.holders(one, 'default.change.people') : nothing}` },
      t('saved'), async (form) => {
        await put(one.path, chosen(form));
        return () => (one.value ? this.restore(one) : remove(one.path));
      });
  }

  dropDefault(one) {
    this.ask({ title: t('default.remove.title', { name: one.name }), action: t('remove'), text: html`${this.holders(one, 'default.remove.people')}<p>${t(one.domain ? 'default.remove.text' : 'default.remove.text.organization')}</p>` },
      t('default.removed', { name: one.name }), async () => {
        await remove(one.path);
        return () => this.restore(one);
      });
  }

  restore({ path, value }) {
    return put(path, { teamId: value.team.id, roleId: value.role.id });
  }

  holders({ value, domain }, key) {
    return byDefault(this.session.own, value, domain, key);
  }

  render() {
    const { writes } = this.session.me;
    return shown(this.things, () => this.load(), ({ teams, roles }) => html`
      <section class="card" aria-labelledby="roles"><div class="card-body">
        ${head('roles', writes && (() => this.role()), t('role.add'))}
        ${roles.length ? html`<ul class="things">${roles.map((role) => html`<li class="thing thing-head"><bdi class="fw-semibold">${role.name}</bdi>
          <span class="why">${t(`role.scope.${role.scope}`)}, ${t('role.rank')} ${role.rank}${role.admin ? html`, ${t('role.isAdmin')}` : nothing}</span>
          ${this.acts(() => this.role(role), () => this.gone('roles', role), role.name)}</li>`)}</ul>` : emptiness(t('roles.none.title'), t('roles.none.text'))}
      </div></section>
      <section class="card" aria-labelledby="teams"><div class="card-body">
        ${head('teams', writes && (() => this.team()), t('team.add'))}
        ${teams.length ? html`<ul class="things">${teams.map((team) => html`<li class="thing thing-head"><bdi class="fw-semibold">${team.name}</bdi>
          ${this.acts(() => this.team(team), () => this.gone('teams', team), team.name)}</li>`)}</ul>` : emptiness(t('teams.none.title'), t('teams.none.text'))}
      </div></section>
      <section class="card" aria-labelledby="defaults"><div class="card-body">
        <h2 class="h5" id="defaults">${t('defaults')}</h2><p class="text-body-secondary">${t('defaults.text')}</p>
        ${shown(this.defaults, () => this.load(), (defaults) => html`<ul class="things">${defaults.map((one) => html`<li class="thing thing-head"><bdi class="fw-semibold">${one.name}</bdi>
          <span>${one.value ? named(one.value) : html`<span class="why">${t('default.none')}</span>`}</span>
          ${writes ? html`<span class="thing-acts">
            ${teams.length && roles.some((role) => role.scope === 'team') ? html`<button type="button" class="btn btn-sm btn-outline-secondary" @click=${() => this.setDefault(one)}>${t('default.set')}<span class="visually-hidden"> ${one.name}</span></button>` : nothing}
            ${one.value ? html`<button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.dropDefault(one)}>${t('remove')}<span class="visually-hidden"> ${one.name}</span></button>` : nothing}</span>` : nothing}</li>`)}</ul>`)}
      </div></section>`);
  }

  acts(change, drop, name) {
    return !this.session.me.writes ? nothing : html`<span class="thing-acts">
      <button type="button" class="btn btn-sm btn-outline-secondary" @click=${change}>${t('change')}<span class="visually-hidden"> ${name}</span></button>
      <button type="button" class="btn btn-sm btn-outline-danger" @click=${drop}>${t('remove')}<span class="visually-hidden"> ${name}</span></button></span>`;
  }
}

const head = (id, add, text) => html`<div class="thing-head mb-3"><h2 class="h5 mb-0" id=${id}>${t(id)}</h2>
  ${add ? html`<span class="thing-acts"><button type="button" class="btn btn-sm btn-outline-primary" @click=${add}>${text}</button></span>` : nothing}</div>`;

const nameField = (name = '') => html`<div class="rule"><label class="form-label" for="name">${t('name')}</label><input id="name" name="name" class="form-control" required maxlength="200" dir="auto" .value=${name}></div>`;

// Whoever has the role in the team by this default, and not by anything else.
export const byDefault = (own, value, domain, key) => headcount(own, { role: value.role.id, team: value.team.id }, key, {
  which: (person) => person.grants.some((grant) => grant.reasons.some((reason) => reason.kind === 'by-default' && reason.domain === domain)),
});

customElements.define('rollcall-catalogue', Catalogue);
