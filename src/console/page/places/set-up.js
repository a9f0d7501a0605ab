// Set up: three values, and the steps in the words of the identity provider that is chosen.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { connectionActs, connectionState } from '../parts/connection-acts.js';
import { emptiness, shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import '../parts/copy.js';
import { marked } from '../parts/marked.js';
import { say } from '../parts/announcer.js';
import { get, page, patch, post } from '../api.js';
import { providers, steps } from '../providers.js';
import { t } from '../text.js';

const EVERY = 2000;

class SetUp extends Part {
  static properties = { session: { attribute: false }, chosen: { state: true }, token: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.connections = new Coming(this);
    this.values = new Coming(this);
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

  get connection() {
    return this.connections.value?.find((one) => one.id === this.chosen) ?? this.connections.value?.[0];
  }

  path(connection = this.connection) {
    return `${this.session.own}/connections/${connection.id}`;
  }

  async load() {
    await this.connections.of(async () => (await page(`${this.session.own}/connections`)).items);
    if (this.connection) {
      await this.read();
      this.watch();
    }
  }

  read() {
    return this.values.of(async () => {
      const [values, health] = await Promise.all([get(`${this.path()}/set-up`), get(`${this.path()}/health`)]);
      return { ...values, health };
    });
  }

  // While the page is looked at, what the identity provider does is here within two seconds.
  watch() {
    clearTimeout(this.timer);
    if (this.isConnected && !document.hidden) {
      this.timer = setTimeout(async () => { await this.read(); this.watch(); }, EVERY);
    }
  }

  async add(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.failure = undefined;
    try {
      const provider = form.get('provider');
      const made = await post(`${this.session.own}/connections`, { name: t(`provider.${provider}`), identityProvider: provider });
      this.chosen = made.id;
      await this.load();
    } catch (failure) {
      this.failure = failure;
    }
  }

  async label(provider) {
    this.failure = undefined;
    try {
      await patch(this.path(), { identityProvider: provider });
      await this.load();
    } catch (failure) {
      this.failure = failure;
    }
  }

  async makeToken() {
    this.failure = undefined;
    try {
      this.token = (await post(`${this.path()}/tokens`, { name: t('token.name') })).token;
      say(t('token.made'));
      await this.read();
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    return shown(this.connections, () => this.load(), (all) => all.length ? this.chosenOne(all) : this.first());
  }

  first() {
    if (!this.session.me.writes) {
      return emptiness(t('setUp.none.title'), t('readOnly.act'));
    }
    return html`
      <section class="card"><div class="card-body">
        <h2 class="h5">${t('setUp.first.title')}</h2>
        <p>${t('setUp.first.text')}</p>
        ${trouble(this.failure)}
        <form class="row g-2" @submit=${this.add}>
          <div class="col-sm-6"><label class="form-label" for="provider">${t('setUp.provider')}</label>
            <select id="provider" name="provider" class="form-select">${providers.map((one) => html`<option value=${one}>${t(`provider.${one}`)}</option>`)}</select></div>
          <div class="col-sm-6 align-self-end"><button class="btn btn-primary">${t('setUp.connect')}</button></div>
        </form>
      </div></section>`;
  }

  chosenOne(all) {
    const { connection } = this;
    return html`
      ${trouble(this.failure)}
      <section class="card"><div class="card-body">
        <div class="row g-3">
          ${all.length > 1 ? html`
            <div class="col-md-6"><label class="form-label" for="connection">${t('setUp.connection')}</label>
              <select id="connection" class="form-select" @change=${(event) => { this.chosen = event.target.value; this.token = undefined; this.values.value = undefined; this.read(); }}>
                ${all.map((one) => html`<option value=${one.id} ?selected=${one === connection}>${one.name}</option>`)}
              </select></div>` : nothing}
          ${!this.session.me.writes ? html`<div class="col-md-6"><p class="form-label">${t('setUp.provider')}</p><p class="fw-semibold mb-0">${t(`provider.${connection.identityProvider}`)}</p></div>` : html`
          <div class="col-md-6"><label class="form-label" for="provider">${t('setUp.provider')}</label>
            <select id="provider" class="form-select" @change=${(event) => this.label(event.target.value)}>
              ${providers.map((one) => html`<option value=${one} ?selected=${one === connection.identityProvider}>${t(`provider.${one}`)}</option>`)}
            </select></div>`}
        </div>
        ${connection.state === 'on' ? nothing : html`<div class="alert alert-warning thing-head mt-3 mb-0">${connectionState(connection)} ${t(`connection.${connection.state}.is`)}
          ${connectionActs(this.session, connection, () => this.load())}</div>`}
        ${shown(this.values, () => this.read(), (values) => this.threeValues(values))}
      </div></section>
      ${this.steps(connection)}`;
  }

  threeValues(values) {
    return html`
      ${this.live(values)}
      <dl class="values">
        <dt>${t('value.uniqueIdentifier')}</dt>
        <dd><rollcall-copy .label=${t('value.uniqueIdentifier')} .value=${values.uniqueIdentifier}></rollcall-copy>
          <p class="form-text">${t('value.uniqueIdentifier.help')}</p></dd>
        <dt>${t('value.endpoint')}</dt>
        <dd><rollcall-copy .label=${t('value.endpoint')} .value=${values.endpoint}></rollcall-copy></dd>
        <dt>${t('value.token')}</dt>
        <dd>${this.tokenField(values)}</dd>
      </dl>`;
  }

  tokenField(values) {
    if (this.token) {
      return html`<rollcall-copy .label=${t('value.token')} .value=${this.token}></rollcall-copy><p class="form-text">${t('token.once')}</p>`;
    }
    if (!this.session.me.writes) {
      return html`<p class="mb-0">${values.tokens.length ? t('token.live', { count: values.tokens.length }) : t('token.none.title')}</p>`;
    }
    const full = values.tokens.length >= 2;
    return html`
      ${values.tokens.length
        ? html`<p class="mb-2">${t('token.live', { count: values.tokens.length })}</p>`
        : emptiness(t('token.none.title'), t('token.none.text'))}
      <button type="button" class="btn ${values.tokens.length ? 'btn-outline-primary' : 'btn-primary'}" ?disabled=${full} @click=${this.makeToken}>${t('token.make')}</button>
      ${full ? html`<p class="form-text">${t('token.full')} <a href="#/credentials">${t('place.credentials')}</a></p>` : nothing}`;
  }

  live({ health }) {
    const text = {
      waiting: () => t('live.waiting'),
      connected: () => html`${t('live.connected')} ${at(health.lastSuccess)}${this.product(health)}`,
      quiet: () => html`${t('live.quiet')} ${at(health.lastSuccess)}${this.product(health)}`,
    }[health.state];
    return html`
      <p class="live ${health.state === 'connected' ? 'is-on' : ''}" role="status"><span class="live-dot" aria-hidden="true"></span><span>${text()}</span></p>
      ${health.mistakes.length ? html`<div class="alert alert-warning mt-3 mb-0" role="status"><p class="fw-semibold mb-1">${t('live.mistakes')}</p>
        <ul class="mb-0">${health.mistakes.map((seen) => html`<li>${seen.sentence} <span class="why">${at(seen.lastSeen)}</span></li>`)}</ul></div>` : nothing}
      ${health.lastRefusal && (!health.lastSuccess || health.lastRefusal.time > health.lastSuccess) ? html`
        <p class="why mt-2 mb-0">${t('live.refused')} ${at(health.lastRefusal.time)}: ${health.lastRefusal.status} ${health.lastRefusal.sentence ?? ''} <a href="#/activity">${t('place.activity')}</a></p>` : nothing}`;
  }

  product(health) {
    return health.product ? html` ${t('live.by')} <bdi>${health.product}</bdi>` : nothing;
  }

  steps(connection) {
    const provider = connection.identityProvider;
    return html`
      <section class="card" aria-labelledby="steps"><div class="card-body">
        <h2 id="steps" class="h5">${t('steps.title', { provider: t(`provider.${provider}`) })}</h2>
        <ol class="steps">${Array.from({ length: steps[provider] }, (_, i) => html`<li>${marked(t(`steps.${provider}.${i + 1}`))}</li>`)}</ol>
      </div></section>`;
  }
}

customElements.define('rollcall-set-up', SetUp);
