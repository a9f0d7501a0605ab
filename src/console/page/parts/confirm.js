// Asks before something is done that hurts, in a dialog that says to whom.
import { Part, html, nothing } from './element.js';
import { trouble } from './problem.js';
import { t } from '../text.js';

let open;

class Confirm extends Part {
  static properties = { question: { state: true }, busy: { state: true }, failure: { state: true } };

  constructor() {
    super();
    open = (question) => this.ask(question);
  }

  async ask(question) {
    this.failure = undefined;
    this.busy = false;
    this.question = question;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  async act(event) {
    event.preventDefault();
    this.busy = true;
    try {
      await this.question.act(new FormData(event.target));
      this.close();
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
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
            <div class="confirm-actions">
              <button type="button" class="btn btn-outline-secondary" @click=${this.close}>${t('cancel')}</button>
              <button type="submit" class="btn ${asked.harmless ? 'btn-primary' : 'btn-danger'}" ?disabled=${this.busy}>${asked.action}</button>
            </div>
          </form>` : nothing}
      </dialog>`;
  }
}

customElements.define('rollcall-confirm', Confirm);

// question: {title, text, action, act, harmless}
export const confirm = (question) => open(question);
