// Asks before something is done that hurts, in a dialog that says to whom. What takes long may be left: it goes on.
import { Part, html, nothing } from './element.js';
import { trouble } from './problem.js';
import { say } from './announcer.js';
import { t } from '../text.js';

const LONG = 600;
let open;

class Confirm extends Part {
  static properties = { question: { state: true }, busy: { state: true }, isLong: { state: true }, failure: { state: true } };

  constructor() {
    super();
    open = (question) => this.ask(question);
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
    const { question } = this;
    this.failure = undefined;
    this.working(true);
    try {
      await question.act(new FormData(event.target));
      if (question === this.question) {
        this.close();
      }
    } catch (failure) {
      if (question === this.question) {
        this.failure = failure;
      } else {
        say(`${question.title}: ${failure.message}`);
      }
    } finally {
      if (question === this.question || !this.question) {
        this.working(false);
      }
    }
  }

  close() {
    this.querySelector('dialog')?.close();
    this.question = undefined;
  }

  render() {
    const asked = this.question;
    return html`
      <dialog class="confirm" aria-labelledby="confirm-title" @cancel=${() => { this.question = undefined; }}>
        ${asked ? html`
          <form @submit=${this.act}>
            <h2 id="confirm-title" class="h5">${asked.title}</h2>
            <div class="confirm-text">${asked.text}</div>
            ${trouble(this.failure)}
            <p class="why mb-0" role="status">${this.isLong ? t('confirm.long') : ''}</p>
            <div class="confirm-actions">
              <button type="button" class="btn btn-outline-secondary" @click=${this.close}>${this.isLong ? t('confirm.leave') : t('cancel')}</button>
              <button type="submit" class="btn ${asked.harmless ? 'btn-primary' : 'btn-danger'}" ?disabled=${this.busy}>
                ${this.busy ? html`<span class="spinner-border spinner-border-sm" aria-hidden="true"></span>` : nothing} ${asked.action}</button>
            </div>
          </form>` : nothing}
      </dialog>`;
  }
}

customElements.define('rollcall-confirm', Confirm);

// question: {title, text, action, act, harmless}
export const confirm = (question) => open(question);
