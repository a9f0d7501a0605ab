// People: who there is, what each may do and why; and one person's page.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { say } from '../parts/announcer.js';
import { catalogue, choice, chosen, named } from '../parts/grant.js';
import '../parts/list.js';
import { columns as calls } from './activity.js';
import { get, post, remove } from '../api.js';
import { t } from '../text.js';

const STATES = ['active', 'invited', 'inactive', 'deleted'];
const ORIGINS = ['scim', 'invited', 'jit'];

class People extends Part {
  static properties = { session: { attribute: false }, id: {}, query: { state: true }, version: { state: true } };

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
    this.query = Object.fromEntries(['search', 'state', 'origin', 'role', 'team'].map((name) => [name, form.get(name)?.trim()]));
  }

  invite() {
    const { roles } = this.catalogue.value;
    confirm({
      title: t('invite.title'),
      text: html`<p>${t('invite.text')}</p>
        <div class="rule"><label class="form-label" for="email">${t('person.email')}</label><input id="email" name="email" type="email" class="form-control" required maxlength="254"></div>
        <div class="rule"><label class="form-label" for="name">${t('person.name')}</label><input id="name" name="name" class="form-control" maxlength="200" dir="auto"></div>
        ${roles.length ? html`<label class="form-check mb-2"><input class="form-check-input" type="checkbox" @change=${(event) => { event.target.form.querySelector('fieldset').disabled = !event.target.checked; }}> ${t('invite.withRole')}</label>
          <fieldset disabled>${choice(this.catalogue.value)}</fieldset>` : nothing}`,
      action: t('invite'),
      harmless: true,
      act: async (form) => {
        const grant = chosen(form);
        await post(`${this.session.own}/invitations`, {
          email: form.get('email'), ...(form.get('name') ? { name: form.get('name') } : {}), ...(grant ? { grants: [grant] } : {}),
        });
        this.version++;
        say(t('invited', { email: form.get('email') }));
      },
    });
  }

  render() {
    return shown(this.catalogue, () => this.load(), (choices) => this.id
      ? html`<rollcall-person .session=${this.session} .id=${this.id} .choices=${choices}></rollcall-person>`
      : html`
      <div class="place-acts"><button type="button" class="btn btn-primary" @click=${this.invite}>${t('invite')}</button></div>
      <form class="filters" role="search" aria-label=${t('people.search')} @submit=${this.choose}>
        <div><label class="form-label" for="search">${t('people.name')}</label><input id="search" name="search" type="search" class="form-control" dir="auto" maxlength="200"></div>
        ${this.filter('state', STATES.map((one) => [one, t(`state.${one}`)]))}
        ${this.filter('origin', ORIGINS.map((one) => [one, t(`origin.${one}`)]))}
        ${this.filter('role', choices.roles.map((one) => [one.id, one.name]))}
        ${this.filter('team', choices.teams.map((one) => [one.id, one.name]))}
        <button class="btn btn-outline-primary">${t('show')}</button>
      </form>
      <rollcall-list .path=${`${this.session.own}/members`} .query=${this.query} .renewed=${this.version} .caption=${t('place.people')}
        .columns=${COLUMNS()} .empty=${emptiness(t('people.none.title'), t('people.none.text'))}></rollcall-list>`);
  }

  filter(name, options) {
    return html`<div><label class="form-label" for="filter-${name}">${t(`people.${name}`)}</label><select id="filter-${name}" name=${name} class="form-select">
      <option value="">${t('all')}</option>${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></div>`;
  }
}

const calledAs = (person) => person.displayName ?? person.userName ?? person.email ?? person.id;
const state = (name) => html`<span class="state state-${name}">${t(`state.${name}`)}</span>`;

const COLUMNS = () => [
  { title: t('people.name'), cell: (person) => html`<a href="#/people/${person.id}"><bdi>${calledAs(person)}</bdi></a>${calledAs(person) === person.email ? nothing : html`<div class="small text-body-secondary text-break"><bdi>${person.email ?? person.emailMissing}</bdi></div>`}` },
  { title: t('people.state'), cell: (person) => state(person.state) },
  { title: t('people.origin'), cell: (person) => t(`origin.${person.origin}`) },
  { title: t('people.grants'), cell: (person) => html`<div class="chips">${person.grants.map((grant) => html`<span class="chip">${named(grant)}</span>`)}</div>` },
];

// One person: what the identity provider sent, what they may do and why, and what happened to them.
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

  load() {
    const own = `${this.session.own}/members/${this.id}`;
    return Promise.all([this.person.of(async () => { const read = await get(own); return { ...read.member, attributes: read.attributes, groups: read.groups }; }), this.given.of(async () => (await get(`${own}/grants?limit=200`)).items)]);
  }

  async changed(text) {
    await this.load();
    this.version++;
    say(text);
  }

  give() {
    confirm({
      title: t('give.title', { name: calledAs(this.person.value) }),
      text: html`<p>${t('give.text')}</p>${choice(this.choices)}`,
      action: t('give'),
      harmless: true,
      act: async (form) => {
        await post(`${this.session.own}/members/${this.id}/grants`, chosen(form));
        await this.changed(t('given'));
      },
    });
  }

  take(grant) {
    confirm({
      title: t('take.title', { name: calledAs(this.person.value) }),
      text: html`<p>${named(grant)}. ${t('take.text')}</p>`,
      action: t('take'),
      act: async () => {
        await remove(`${this.session.own}/members/${this.id}/grants/${grant.id}`);
        await this.changed(t('taken'));
      },
    });
  }

  render() {
    return html`
      <p><a href="#/people">← ${t('place.people')}</a></p>
      ${shown(this.person, () => this.load(), (person) => html`
        <section class="card" aria-labelledby="who"><div class="card-body">
          <h2 class="h4" id="who"><bdi>${calledAs(person)}</bdi> ${state(person.state)}</h2>
          ${person.maySignIn ? html`<p class="why">${t('person.maySignIn')}</p>` : html`<div class="alert alert-warning">${person.refusal}</div>`}
          <dl class="facts">${[['email', person.email ?? person.emailMissing], ['userName', person.userName], ['externalId', person.externalId],
            ['origin', t(`origin.${person.origin}`)], ['created', at(person.created)], ['changed', at(person.changed)], ['id', person.id]]
            .filter(([, value]) => value).map(([name, value]) => html`<dt>${t(`person.${name}`)}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>
        </div></section>
        <section class="card" aria-labelledby="may"><div class="card-body">
          <div class="thing-head"><h2 class="h5 mb-0" id="may">${t('person.grants')}</h2>
            ${this.choices.roles.length ? html`<span class="thing-acts"><button type="button" class="btn btn-sm btn-outline-primary" @click=${this.give}>${t('give')}</button></span>` : nothing}</div>
          ${person.grants.length ? html`<ul class="things mt-3">${person.grants.map((grant) => html`<li class="thing"><span class="fw-semibold">${named(grant)}</span>
            <ul class="why mb-0">${grant.reasons.map((reason) => html`<li>${why(reason)}</li>`)}</ul></li>`)}</ul>` : html`<p class="text-body-secondary mt-3">${t('person.grants.none')}</p>`}
          ${this.given.value?.length ? html`<h3 class="h6">${t('person.byHand')}</h3><ul class="things">${this.given.value.map((grant) => html`
            <li class="thing thing-head">${named(grant)} <span class="why"><bdi>${grant.madeBy}</bdi>, ${at(grant.created)}</span>
              <span class="thing-acts"><button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.take(grant)}>${t('take')}<span class="visually-hidden"> ${grant.role.name}</span></button></span></li>`)}</ul>` : nothing}
          ${trouble(this.given.failure)}
        </div></section>
        ${person.groups?.length ? html`<section class="card" aria-labelledby="in"><div class="card-body"><h2 class="h5" id="in">${t('person.groups')}</h2>
          <div class="chips">${person.groups.map((group) => html`<span class="chip"><bdi>${group.name}</bdi>${group.direct === false ? html` <span class="why">${t('person.groups.nested')}</span>` : nothing}</span>`)}</div></div></section>` : nothing}
        ${person.attributes && Object.keys(person.attributes).length ? html`<section class="card" aria-labelledby="sent"><div class="card-body"><h2 class="h5" id="sent">${t('person.attributes')}</h2>
          <pre class="sent" tabindex="0">${JSON.stringify(person.attributes, null, 2)}</pre></div></section>` : nothing}
        <section class="card" aria-labelledby="happened"><div class="card-body"><h2 class="h5" id="happened">${t('person.timeline')}</h2>
          <rollcall-list .path=${`${this.session.own}/activity`} .query=${{ memberId: this.id }} whole .renewed=${this.version} .caption=${t('person.timeline')} .columns=${calls()}
            .empty=${html`<p class="text-body-secondary">${t('person.timeline.none')}</p>`}></rollcall-list></div></section>`)}`;
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

customElements.define('rollcall-people', People);
customElements.define('rollcall-person', Person);
