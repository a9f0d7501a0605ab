// How many people something is about: counted page by page, told while it is counted, and left when nobody looks.
import { Part, html, nothing } from './element.js';
import { trouble } from './problem.js';
import { page } from '../api.js';
import { number, t } from '../text.js';

const AT_ONCE = 200;
const MOST_PAGES = 100;

class Headcount extends Part {
  // `query` finds people, `which` says who of them is meant, `text` says it for {count, shown}.
  static properties = { own: {}, query: { attribute: false }, which: { attribute: false }, text: { attribute: false },
    count: { state: true }, state: { state: true }, failure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.walk();
  }

  disconnectedCallback() {
    this.reading?.abort();
    super.disconnectedCallback();
  }

  async walk() {
    const { signal } = this.reading = new AbortController();
    this.count = 0;
    this.state = 'counting';
    this.failure = undefined;
    try {
      let cursor;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const read = await page(`${this.own}/members`, { query: this.query, cursor, limit: AT_ONCE, signal });
        this.count += this.which ? read.items.filter(this.which).length : read.items.length;
        cursor = read.next;
        if (!cursor) {
          this.state = 'all';
          return;
        }
      }
      this.state = 'more';
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.failure = failure;
      }
    }
  }

  render() {
    if (this.failure) {
      return trouble(this.failure, () => this.walk());
    }
    const shown = number(this.count);
    // Where the count has ended before its end, nothing found is not nobody.
    const all = { count: this.count, shown };
    const some = { count: Infinity, shown: this.count ? t('count.more', { shown }) : t('count.some') };
    return html`<p class="headcount" role="status">${this.state === 'counting'
      ? html`<span class="spinner-border spinner-border-sm" aria-hidden="true"></span> ${t('count.counting')}${this.count ? html` ${shown} …` : nothing}`
      : this.text(this.state === 'more' ? some : all)}</p>`;
  }
}

customElements.define('rollcall-headcount', Headcount);

// The people of a query as a text of the key, with the values.
export const headcount = (own, query, key, { which, ...values } = {}) => html`
  <rollcall-headcount .own=${own} .query=${query} .which=${which} .text=${(counted) => t(key, { ...values, ...counted })}></rollcall-headcount>`;
