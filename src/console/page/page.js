// The page: who is in, the places, and what is shown while nobody is.
import { Part, html, nothing } from './parts/element.js';
import { trouble, waiting } from './parts/problem.js';
import './parts/announcer.js';
import './parts/confirm.js';
import './parts/undo.js';
import { Offline, onSignedOut } from './api.js';
import { begin, end, read, takeLink } from './session.js';
import { chooseLanguage, t } from './text.js';
import { places } from './places/places.js';
import { followScheme } from './scheme.js';

followScheme();

class Page extends Part {
  static properties = { state: { state: true }, place: { state: true }, session: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.state = 'loading';
    this.onHash = () => { this.go(); this.updateComplete.then(() => this.querySelector('main')?.focus()); };
    this.onOnline = () => { if (this.state === 'offline') this.open(); };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.onHash);
    addEventListener('online', this.onOnline);
    onSignedOut(() => { this.state = this.session ? 'ended' : 'nobody'; });
    this.open(takeLink());
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.onHash);
    removeEventListener('online', this.onOnline);
    super.disconnectedCallback();
  }

  async open(link) {
    this.state = 'loading';
    try {
      await chooseLanguage();
      this.session = await begin(link);
      this.state = this.session.organization ? 'in' : 'nobody';
      this.go();
    } catch (failure) {
      this.failure = failure;
      this.state = failure instanceof Offline ? 'offline' : link ? 'refused' : failure.status === 401 ? 'nobody' : 'failed';
    }
  }

  // Reads again what the organization has, after something of it has changed.
  async refresh() {
    this.session = await read();
  }

  async leave() {
    await end().catch(() => {});
    this.session = undefined;
    this.state = 'left';
  }

  go() {
    const [, name = '', ...rest] = location.hash.split('/');
    this.place = places.find((place) => place.name === name) ?? places[0];
    this.rest = rest.map(decodeURIComponent);
    this.requestUpdate();
    // On a phone the places stand in a row that is wider than the screen.
    this.updateComplete.then(() => this.querySelector('.places a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }));
  }

  render() {
    return html`
      <rollcall-undo></rollcall-undo>
      ${this.state === 'in' ? this.inside() : html`<main class="outside" tabindex="-1">${this.outside()}</main>`}
      <rollcall-announcer></rollcall-announcer>
      <rollcall-confirm></rollcall-confirm>`;
  }

  outside() {
    switch (this.state) {
      case 'loading': return waiting();
      case 'offline': case 'failed': return trouble(this.failure, () => this.open());
      case 'refused': return this.message('link.refused', this.failure.message);
      case 'ended': return this.message('ended');
      case 'left': return this.message('left');
      default: return this.message('nobody');
    }
  }

  message(key, detail) {
    return html`
      <div class="card message">
        <div class="card-body">
          <h1 class="h4">${t(`${key}.title`)}</h1>
          <p class="mb-0">${t(`${key}.text`)}</p>
          ${detail ? html`<p class="text-body-secondary mt-2 mb-0">${detail}</p>` : nothing}
        </div>
      </div>`;
  }

  inside() {
    const { organization, me, missing } = this.session;
    const offered = places.filter((place) => !missing || (missing === 'domain' && place.name === 'access'));
    const place = offered.includes(this.place) ? this.place : offered[0];
    return html`
      <a class="visually-hidden-focusable skip" href="#main" @click=${this.skip}>${t('skip')}</a>
      <header class="top">
        <span class="top-name"><span class="mark" aria-hidden="true"></span><span>
          <strong>${t('title')}</strong> <bdi class="text-body-secondary">${organization.name}</bdi></span></span>
        <span class="top-person"><bdi>${me.name}</bdi>
          <button type="button" class="btn btn-outline-secondary btn-sm" @click=${this.leave}>${t('signOut')}</button></span>
      </header>
      <div class="frame">
        <nav aria-label=${t('places')}><ul class="places">
          ${offered.map((one) => html`<li><a href="#/${one.name}" aria-current=${one === place ? 'page' : nothing}>${t(`place.${one.name}`)}</a></li>`)}
        </ul></nav>
        <main id="main" tabindex="-1">
          ${me.writes ? nothing : html`<p class="alert alert-info read-only">${t('readOnly')}</p>`}
          ${missing ? this.gate(missing) : nothing}
          ${place ? html`<h1 class="h3">${t(`place.${place.name}`)}</h1>${place.show(this.session, this.rest ?? [], () => this.refresh())}` : nothing}
        </main>
      </div>`;
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  gate(missing) {
    return html`
      <section class="alert alert-warning gate" aria-labelledby="gate">
        <h2 id="gate" class="h5">${t(`missing.${missing}.title`)}</h2>
        <p class="mb-0">${t(`missing.${missing}.text`)}</p>
      </section>`;
  }
}

customElements.define('rollcall-page', Page);
