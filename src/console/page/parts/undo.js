// What was just taken away, with a button that brings it back. It stays while somebody is at it.
import { Part, html, nothing } from './element.js';
import { trouble } from './problem.js';
import { say } from './announcer.js';
import { t } from '../text.js';

const STAYS = 20_000;
let shownBy;

class Undo extends Part {
  static properties = { offer: { state: true }, busy: { state: true }, failure: { state: true } };

  constructor() {
    super();
    shownBy = this;
    this.onKey = (event) => {
      const types = event.target.closest?.('input, textarea, select, dialog');
      if (this.offer && !types && event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        this.undo();
      }
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    removeEventListener('keydown', this.onKey);
    super.disconnectedCallback();
  }

  show(offer) {
    this.offer = offer;
    this.failure = undefined;
    this.wait();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.busy || this.failure || this.contains(document.activeElement) || this.matches(':hover')) {
        this.wait();
      } else {
        this.close();
      }
    }, STAYS);
  }

  close() {
    clearTimeout(this.timer);
    this.offer = undefined;
    this.failure = undefined;
  }

  async undo() {
    const { offer } = this;
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      await offer.undo();
      if (offer === this.offer) {
        this.close();
      }
      say(t('undone'));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { offer } = this;
    return html`
      <div class="undo ${offer ? 'is-shown' : ''}" role=${offer ? 'region' : nothing} aria-label=${offer ? t('undo') : nothing}>
        <p class="undo-text mb-0" role="status">${offer?.text ?? ''}</p>
        ${offer ? html`
          <span class="undo-acts">
            <button type="button" class="btn btn-light btn-sm" aria-keyshortcuts="Control+Z" title="Ctrl+Z" ?disabled=${this.busy} @click=${this.undo}>${this.busy ? t('loading') : t('undo')}</button>
            <button type="button" class="btn btn-outline-light btn-sm" @click=${this.close}>${t('close')}</button>
          </span>
          ${trouble(this.failure)}` : nothing}
      </div>`;
  }
}

customElements.define('rollcall-undo', Undo);

// offer: {text, undo}; `undo` does the opposite of what was done.
export const offerUndo = (offer) => shownBy?.show(offer);
