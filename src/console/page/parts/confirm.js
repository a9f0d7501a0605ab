// Asks before something is done that hurts, in a dialog that says to whom. What takes long may be left: it goes on.
import { Part, html, nothing } from './element.js';
import { trouble } from './problem.js';
import { say } from './announcer.js';
import { accept, refuse } from './refusal.js';
import { onSignedOut } from '../api.js';
import { t } from '../text.js';

const LONG = 600;
let open;

class Confirm extends Part {
  static properties = { question: { state: true }, busy: { state: true }, isLong: { state: true }, failure: { state: true } };

  constructor() {
    super();
    open = (question) => this.ask(question);
    onSignedOut(() => this.close());
  }

  async ask(question) {
    this.failure = undefined;
    this.working(false);
    this.question = question;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  working(busy) {
    clearTimeout(this.timer);
    this.busy = busy;
    this.isLong = false;
    if (busy) {
      this.timer = setTimeout(() => { this.isLong = true; }, LONG);
    }
  }

  async act(event) {
    event.preventDefault();
    const asked = this.question;
    if (this.busy) {
      return;
    }
    const form = event.target;
    this.failure = undefined;
    this.working(true);
    accept(form);
    try {
      await asked.act(new FormData(form));
      if (asked === this.question) {
        this.close();
      }
    } catch (failure) {
      if (asked === this.question) {
        this.failure = refuse(form, failure) ? undefined : failure;
      } else {
        say(`${asked.title}: ${failure.message}`);
      }
    } finally {
      if (asked === this.question || !this.question) {
        this.working(false);
      }
    }
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  // Whoever has opened it may be gone with what was done.
  closed() {
    if (this.querySelector('dialog').open) {
      return;
    }
    this.question = undefined;
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) {
        document.querySelector('main')?.focus({ preventScroll: true });
      }
    });
  }

  render() {
    const asked = this.question;
    return html`
      <dialog class="confirm" aria-labelledby="confirm-title" @close=${this.closed}>
        ${asked ? html`
          <form @submit=${this.act}>
            <h2 id="confirm-title" class="h5">${asked.title}</h2>
            <div class="confirm-text">${asked.text}</div>
            ${trouble(this.failure)}
            <p class="why mb-0" role="status">${this.isLong ? t('confirm.long') : ''}</p>
            <div class="confirm-actions">
              <button type="button" class="btn btn-outline-secondary" @click=${this.close}>${this.isLong ? t('confirm.leave') : t('cancel')}</button>
              <button type="submit" class="btn ${asked.harmless ? 'btn-primary' : 'btn-danger'}" aria-disabled=${this.busy ? 'true' : 'false'}>
                ${this.busy ? html`<span class="spinner-border spinner-border-sm" aria-hidden="true"></span>` : nothing} ${asked.action}</button>
            </div>
          </form>` : nothing}
      </dialog>`;
  }
}

customElements.define('rollcall-confirm', Confirm);

// question: {title, text, action, act, harmless}
export const confirm = (question) => open(question);
