// The page: who is in, the places, and what is shown while nobody is.
import { Part, html, nothing } from './parts/element.js';
import { trouble, waiting } from './parts/problem.js';
import './parts/confirm.js';
import './parts/undo.js';
import { say } from './parts/announcer.js';
import { Offline, onSignedOut } from './api.js';
import { back, onReach } from './reach.js';
import { begin, end, read, takeLink } from './session.js';
import { chooseLanguage, t } from './text.js';
import { places } from './places/places.js';
import { followScheme } from './scheme.js';

followScheme();

// An address that somebody has typed may be none.
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

class Page extends Part {
  static properties = { state: { state: true }, place: { state: true }, session: { state: true }, failure: { state: true }, isLost: { state: true } };

  constructor() {
    super();
    this.state = 'loading';
    this.onHash = () => { this.go(); this.updateComplete.then(() => this.querySelector('main')?.focus()); };
  }

  connectedCallback() {
    // What was painted while the modules came.
    this.replaceChildren();
    super.connectedCallback();
    addEventListener('hashchange', this.onHash);
    this.noMoreReach = onReach((isReached) => this.reach(isReached));
    onSignedOut(() => { if (this.state !== 'left') this.out(this.session ? 'ended' : 'nobody'); });
    this.link = takeLink();
    this.open();
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.onHash);
    this.noMoreReach();
    super.disconnectedCallback();
  }

  async open() {
    const { link } = this;
    this.state = 'loading';
    try {
      await chooseLanguage();
      this.session = await begin(link);
      this.link = undefined;
      this.state = this.session.organization ? 'in' : 'nobody';
      this.go();
    } catch (failure) {
      this.failure = failure;
      this.state = failure instanceof Offline ? 'offline' : link ? 'refused' : failure.status === 401 ? 'nobody' : 'failed';
      if (this.state === 'offline') {
        await back();
        if (this.state === 'offline') {
          this.open();
        }
      }
    }
  }

  reach(isReached) {
    this.isLost = !isReached;
    say(isReached && this.state === 'in' ? t('online') : '');
  }

  // Whatever was on the page was somebody's who is not in any more.
  out(state) {
    this.state = state;
    this.updateComplete.then(() => this.querySelector('main')?.focus());
  }

  // Reads again what the organization has, after something of it has changed.
  async refresh() {
    this.session = await read();
  }

  async leave() {
    await end().catch(() => {});
    this.session = undefined;
    this.out('left');
  }

  go() {
    const [, name = '', ...rest] = location.hash.split('/');
    this.place = places.find((place) => place.name === name) ?? places[0];
    this.rest = rest.map(decoded);
    this.requestUpdate();
    // On a phone the places stand in a row that is wider than the screen.
    this.updateComplete.then(() => this.querySelector('.places a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }));
  }

  updated() {
    document.title = this.state === 'in' && this.place ? `${t(`place.${this.place.name}`)} – ${t('title')}` : t('title');
  }

  render() {
    return html`
      ${this.state === 'in' ? this.inside() : html`<main class="outside" tabindex="-1">${this.outside()}</main>`}
      ${this.isLost && this.state === 'in' ? html`<p class="lost" role="status">${t('offline')}</p>` : nothing}
      <rollcall-announcer></rollcall-announcer>
      <rollcall-confirm></rollcall-confirm>`;
  }

  outside() {
    switch (this.state) {
      case 'loading': return html`<h1 class="visually-hidden">${t('title')}</h1>${waiting()}`;
      case 'offline': case 'failed': return html`<div class="message"><h1 class="h4">${t('title')}</h1>${trouble(this.failure, () => this.open())}</div>`;
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
          <rollcall-undo></rollcall-undo>
          ${me.writes ? nothing : html`<p class="alert alert-info read-only">${t('readOnly')}</p>`}
          ${missing ? this.gate(missing, !place) : nothing}
          ${place ? html`<h1 class="h3">${t(`place.${place.name}`)}</h1>${place.show(this.session, this.rest ?? [], () => this.refresh())}` : nothing}
        </main>
      </div>`;
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  // Where there is nothing else, it is what the page is about.
  gate(missing, isAll) {
    const title = t(`missing.${missing}.title`);
    return html`
      <section class="alert alert-warning gate" aria-labelledby="gate">
        ${isAll ? html`<h1 id="gate" class="h5">${title}</h1>` : html`<h2 id="gate" class="h5">${title}</h2>`}
        <p class="mb-0">${t(`missing.${missing}.text`)}</p>
      </section>`;
  }
}

customElements.define('rollcall-page', Page);
