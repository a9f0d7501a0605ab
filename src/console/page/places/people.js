// People: who there is, and what each may do.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown } from '../parts/problem.js';
import { confirm } from '../parts/confirm.js';
import { say } from '../parts/announcer.js';
import { catalogue, choice, chosen, named } from '../parts/grant.js';
import '../parts/list.js';
import { calledAs, state } from './person.js';
import { post } from '../api.js';
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
      ${this.session.me.writes ? html`<div class="place-acts"><button type="button" class="btn btn-primary" @click=${this.invite}>${t('invite')}</button></div>` : nothing}
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

const COLUMNS = () => [
  { title: t('people.name'), cell: (person) => html`<a href="#/people/${person.id}"><bdi>${calledAs(person)}</bdi></a>${calledAs(person) === person.email ? nothing : html`<div class="small text-body-secondary text-break"><bdi>${person.email ?? person.emailMissing}</bdi></div>`}` },
  { title: t('people.state'), cell: (person) => state(person.state) },
  { title: t('people.origin'), cell: (person) => t(`origin.${person.origin}`) },
  { title: t('people.grants'), cell: (person) => html`<div class="chips">${person.grants.map((grant) => html`<span class="chip">${named(grant)}</span>`)}</div>` },
];

customElements.define('rollcall-people', People);
