// One person: what the identity provider sent, what they may do and why, and what happened to them.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { copyable } from '../parts/copy.js';
import { say } from '../parts/announcer.js';
import { offerUndo } from '../parts/undo.js';
import { choice, chosen, named } from '../parts/grant.js';
import '../parts/list.js';
import { columns as calls } from './activity.js';
import { get, patch, post, remove } from '../api.js';
import { t } from '../text.js';

export const calledAs = (person) => person.displayName ?? person.userName ?? person.email ?? person.id;
export const state = (name) => html`<span class="state state-${name}">${t(`state.${name}`)}</span>`;

class Person extends Part {
  static properties = { session: { attribute: false }, choices: { attribute: false }, id: {}, version: { state: true } };

  constructor() {
    super();
    this.version = 0;
    this.person = new Coming(this);
    this.given = new Coming(this);
  }

  willUpdate(changed) {
    if (changed.has('id')) {
      this.load();
    }
  }

  get path() {
    return `${this.session.own}/members/${this.id}`;
  }

  load() {
    const own = this.path;
    return Promise.all([
      this.person.of(async () => { const read = await get(own); return { ...read.member, attributes: read.attributes, groups: read.groups }; }),
      this.given.of(async () => (await get(`${own}/grants?limit=200`)).items),
    ]);
  }

  async changed(text, undo) {
    await this.load();
    this.version++;
    if (undo) {
      offerUndo({ text, undo: async () => { await undo(); await this.load(); } });
    } else {
      say(text);
    }
  }

  give() {
    confirm({
      title: t('give.title', { name: calledAs(this.person.value) }),
      text: html`<p>${t('give.text')}</p>${choice(this.choices)}`,
      action: t('give'),
      harmless: true,
      act: async (form) => {
        await post(`${this.path}/grants`, chosen(form));
        await this.changed(t('given'));
      },
    });
  }

  take(grant) {
    const name = calledAs(this.person.value);
    const { path } = this;
    const isFinal = this.session.policies.rolesFromGroupsOnly;
    confirm({
      title: t('take.title', { name }),
      text: html`<p class="headcount">${this.keeps(grant) ? t('take.keeps', { name }) : t('take.loses', { name })} ${named(grant)}</p>
        <p>${t('take.text')}</p>${isFinal ? html`<p class="mb-0">${t('take.final')}</p>` : nothing}`,
      action: t('take'),
      act: async () => {
        await remove(`${path}/grants/${grant.id}`);
        await this.changed(t('taken', { name }), isFinal ? undefined
          : () => post(`${path}/grants`, { roleId: grant.role.id, ...(grant.team ? { teamId: grant.team.id } : {}) }));
      },
    });
  }

  // Whether something else gives the same.
  keeps(grant) {
    return this.person.value.grants.some((one) => one.role.id === grant.role.id && one.team?.id === grant.team?.id
      && one.reasons.some((reason) => reason.grantId !== grant.id));
  }

  disable() {
    const { path } = this;
    const name = calledAs(this.person.value);
    confirm({
      title: t('disable.title', { name }),
      text: html`<p class="headcount">${t('disable.people', { name })}</p><p class="mb-0">${t('disable.text')}</p>`,
      action: t('disable'),
      act: async () => {
        await patch(path, { active: false });
        await this.changed(t('disabled', { name }), () => patch(path, { active: true }));
      },
    });
  }

  async enable() {
    const { path } = this;
    const name = calledAs(this.person.value);
    confirm({
      title: t('enable.title', { name }),
      text: html`<p class="mb-0">${t('enable.text')}</p>`,
      action: t('enable'),
      harmless: true,
      act: async () => {
        await patch(path, { active: true });
        await this.changed(t('enabled', { name }), () => patch(path, { active: false }));
      },
    });
  }

  // An invitation is withdrawn, somebody deleted is forgotten, and whoever no identity provider has is removed.
  drop() {
    const { person: { value: person } } = this;
    const name = calledAs(person);
    const kind = { invited: 'withdraw', deleted: 'forget' }[person.state] ?? 'drop';
    confirm({
      title: t(`${kind}.title`, { name }),
      text: html`<p class="headcount">${t(`${kind}.people`, { name })}</p><p class="mb-0">${t('forGood')}</p>`,
      action: t(kind),
      act: async () => {
        await remove(kind === 'withdraw' ? `${this.session.own}/invitations/${this.id}` : this.path);
        say(t(`${kind}.done`, { name }));
        location.hash = '#/people';
      },
    });
  }

  render() {
    return html`
      <p><a href="#/people">← ${t('place.people')}</a></p>
      ${shown(this.person, () => this.load(), (person) => html`
        ${this.who(person)}
        ${this.may(person)}
        ${person.groups?.length ? html`<section class="card" aria-labelledby="in"><div class="card-body"><h2 class="h5" id="in">${t('person.groups')}</h2>
          <div class="chips">${person.groups.map((group) => html`<span class="chip"><bdi>${group.name}</bdi>${group.direct === false ? html` <span class="why">${t('person.groups.nested')}</span>` : nothing}</span>`)}</div></div></section>` : nothing}
        ${person.attributes && Object.keys(person.attributes).length ? html`<section class="card" aria-labelledby="sent"><div class="card-body"><h2 class="h5" id="sent">${t('person.attributes')}</h2>
          <pre class="sent" tabindex="0">${JSON.stringify(person.attributes, null, 2)}</pre></div></section>` : nothing}
        <section class="card" aria-labelledby="happened"><div class="card-body"><h2 class="h5" id="happened">${t('person.timeline')}</h2>
          <rollcall-list .path=${`${this.session.own}/activity`} .query=${{ memberId: this.id }} whole .renewed=${this.version} .caption=${t('person.timeline')} .columns=${calls()}
            .empty=${html`<p class="text-body-secondary">${t('person.timeline.none')}</p>`}></rollcall-list></div></section>`)}`;
  }

  who(person) {
    return html`
      <section class="card" aria-labelledby="who"><div class="card-body">
        <div class="thing-head"><h2 class="h4 mb-0" id="who"><bdi>${calledAs(person)}</bdi> ${state(person.state)}</h2>${this.acts(person)}</div>
        ${person.maySignIn ? html`<p class="why mt-2">${t('person.maySignIn')}</p>` : html`<div class="alert alert-warning mt-3">${person.refusal}</div>`}
        <dl class="facts">${[['email', html`<bdi>${person.email ?? person.emailMissing}</bdi>`], ['userName', person.userName && html`<bdi>${person.userName}</bdi>`],
          ['externalId', person.externalId && copyable(t('person.externalId'), person.externalId)], ['origin', t(`origin.${person.origin}`)],
          ['created', at(person.created)], ['changed', at(person.changed)], ['id', copyable(t('person.id'), person.id)]]
          .filter(([, value]) => value).map(([name, value]) => html`<dt>${t(`person.${name}`)}</dt><dd>${value}</dd>`)}</dl>
        ${person.origin === 'scim' && person.state !== 'deleted' ? html`<p class="why mb-0">${t('person.byProvider')}</p>` : nothing}
      </div></section>`;
  }

  // Whom an identity provider has, it disables, enables and deletes.
  acts(person) {
    if (!this.session.me.writes || (person.origin === 'scim' && person.state !== 'deleted')) {
      return nothing;
    }
    const drop = { invited: 'withdraw', deleted: 'forget' }[person.state] ?? 'drop';
    return html`<span class="thing-acts">
      ${person.state === 'active' ? html`<button type="button" class="btn btn-sm btn-outline-danger" @click=${this.disable}>${t('disable')}</button>` : nothing}
      ${person.state === 'inactive' ? html`<button type="button" class="btn btn-sm btn-outline-primary" @click=${this.enable}>${t('enable')}</button>` : nothing}
      <button type="button" class="btn btn-sm btn-outline-danger" @click=${this.drop}>${t(drop)}</button></span>`;
  }

  may(person) {
    const { writes } = this.session.me;
    return html`
      <section class="card" aria-labelledby="may"><div class="card-body">
        <div class="thing-head"><h2 class="h5 mb-0" id="may">${t('person.grants')}</h2>
          ${writes && this.choices.roles.length ? html`<span class="thing-acts"><button type="button" class="btn btn-sm btn-outline-primary" @click=${this.give}>${t('give')}</button></span>` : nothing}</div>
        ${person.grants.length ? html`<ul class="things mt-3">${person.grants.map((grant) => html`<li class="thing"><span class="fw-semibold">${named(grant)}</span>
          <ul class="why mb-0">${grant.reasons.map((reason) => html`<li>${why(reason)}</li>`)}</ul></li>`)}</ul>` : html`<p class="text-body-secondary mt-3">${t('person.grants.none')}</p>`}
        ${this.given.value?.length ? html`<h3 class="h6">${t('person.byHand')}</h3><ul class="things">${this.given.value.map((grant) => html`
          <li class="thing thing-head">${named(grant)} <span class="why"><bdi>${grant.madeBy}</bdi>, ${at(grant.created)}</span>
            ${writes ? html`<span class="thing-acts"><button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.take(grant)}>${t('take')}<span class="visually-hidden"> ${grant.role.name}</span></button></span>` : nothing}</li>`)}</ul>` : nothing}
        ${trouble(this.given.failure)}
      </div></section>`;
  }
}

function why(reason) {
  switch (reason.kind) {
    case 'by-hand': return t('why.byHand', { by: reason.madeBy });
    case 'by-group': return reason.through
      ? t('why.byNested', { group: reason.group.name ?? reason.group.id, through: reason.through.name ?? reason.through.id })
      : t('why.byGroup', { group: reason.group.name ?? reason.group.id });
    default: return reason.domain ? t('why.byDomain', { domain: reason.domain }) : t('why.byDefault');
  }
}

customElements.define('rollcall-person', Person);
