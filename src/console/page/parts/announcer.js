// Says what has just happened, to the eye for a moment and to a screen reader.
import { Part, html } from './element.js';

let said;

class Announcer extends Part {
  static properties = { text: { state: true } };

  constructor() {
    super();
    this.text = '';
    said = this;
  }

  say(text) {
    clearTimeout(this.timer);
    this.text = text;
    this.timer = setTimeout(() => { this.text = ''; }, 5000);
  }

  render() {
    return html`<div class="announcer ${this.text ? 'is-shown' : ''}" role="status" aria-live="polite">${this.text}</div>`;
  }
}

customElements.define('rollcall-announcer', Announcer);

export const say = (text) => said?.say(text);
