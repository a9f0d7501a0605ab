// A value with a button that copies it and says so.
import { Part, html } from './element.js';
import { say } from './announcer.js';
import { t } from '../text.js';

class Copy extends Part {
  static properties = { label: {}, value: {}, secret: { type: Boolean }, done: { state: true } };

  async copy() {
    try {
      await navigator.clipboard.writeText(this.value);
      this.done = true;
      say(t('copied', { what: this.label }));
      setTimeout(() => { this.done = false; }, 2000);
    } catch {
      this.querySelector('input').select();
      say(t('copy.byHand'));
    }
  }

  render() {
    return html`
      <div class="copy-field">
        <input class="form-control font-monospace" readonly .value=${this.value ?? ''} aria-label=${this.label}
          dir="ltr" spellcheck="false" @focus=${(event) => event.target.select()}>
        <button type="button" class="btn ${this.done ? 'btn-success' : 'btn-primary'}" @click=${this.copy}
          aria-label=${t('copy.of', { what: this.label })}>${this.done ? t('copy.done') : t('copy')}</button>
      </div>`;
  }
}

customElements.define('rollcall-copy', Copy);
