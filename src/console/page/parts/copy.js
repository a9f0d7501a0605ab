// A value with a button that copies it and says so: as a field of its own, or within a text.
import { Part, html } from './element.js';
import { say } from './announcer.js';
import { t } from '../text.js';

class Copying extends Part {
  static properties = { label: {}, value: {}, done: { state: true } };

  async copy() {
    try {
      await navigator.clipboard.writeText(this.value);
      this.done = true;
      say(t('copied', { what: this.label }));
      setTimeout(() => { this.done = false; }, 2000);
    } catch {
      this.select();
      say(t('copy.byHand'));
    }
  }
}

class Copy extends Copying {
  select() {
    this.querySelector('input').select();
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

class CopyInText extends Copying {
  select() {
    getSelection().selectAllChildren(this.querySelector('code'));
  }

  render() {
    return html`<span class="copy-text"><code class="text-break">${this.value}</code>
      <button type="button" class="btn btn-outline-secondary btn-sm" @click=${this.copy}
        aria-label=${t('copy.of', { what: this.label })}>${this.done ? t('copy.done') : t('copy')}</button></span>`;
  }
}

customElements.define('rollcall-copy', Copy);
customElements.define('rollcall-copy-text', CopyInText);

export const copyable = (label, value) => html`<rollcall-copy-text .label=${label} .value=${value}></rollcall-copy-text>`;
