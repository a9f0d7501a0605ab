// A list of the service, page by page: more comes when its end is seen or asked for.
import { Part, html, nothing } from './element.js';
import { trouble, waiting } from './problem.js';
import { page } from '../api.js';
import { number, t } from '../text.js';

class List extends Part {
  // columns: [{title, cell, wide}]; `renewed` is anything that changes when the list has to be read anew.
  static properties = {
    path: {}, query: { attribute: false }, columns: { attribute: false }, empty: { attribute: false }, caption: {}, renewed: {},
    items: { state: true }, next: { state: true }, busy: { state: true }, failure: { state: true },
  };

  constructor() {
    super();
    this.items = [];
    this.seen = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) this.more(); });
  }

  disconnectedCallback() {
    this.seen.disconnect();
    this.reading?.abort();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    const query = JSON.stringify(this.query ?? {});
    if (changed.has('path') || changed.has('renewed') || query !== this.asked) {
      this.asked = query;
      this.begin();
    }
  }

  updated() {
    this.seen.disconnect();
    const end = this.querySelector('.list-more');
    if (end && !this.failure) {
      this.seen.observe(end);
    }
  }

  begin() {
    this.reading?.abort();
    this.isNew = true;
    this.next = undefined;
    this.read();
  }

  more() {
    if (this.next && !this.busy) {
      this.read(this.next);
    }
  }

  async read(cursor) {
    const reading = this.reading = new AbortController();
    this.busy = true;
    this.failure = undefined;
    try {
      let read = await page(this.path, { query: this.query, cursor, signal: reading.signal });
      // A page may be shorter than it could be, or empty, where little fits the filters.
      for (let tries = 0; !read.items.length && read.next && tries < 5; tries++) {
        read = await page(this.path, { query: this.query, cursor: read.next, signal: reading.signal });
      }
      this.items = cursor ? [...this.items, ...read.items] : read.items;
      this.next = read.next;
      this.isNew = false;
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return;
      }
      this.failure = failure;
    }
    if (reading === this.reading) {
      this.busy = false;
    }
  }

  render() {
    if (this.isNew && !this.failure && !this.items.length) {
      return waiting();
    }
    if (!this.items.length && !this.next) {
      return this.failure ? trouble(this.failure, () => this.begin()) : this.empty;
    }
    return html`
      <div class="list" aria-busy=${this.busy ? 'true' : 'false'}>
        <table class="table rows">
          <caption class="visually-hidden">${this.caption}</caption>
          <thead><tr>${this.columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead>
          <tbody>${this.items.map((item) => html`
            <tr>${this.columns.map((column) => html`<td data-title=${column.title}>${column.cell(item)}</td>`)}</tr>`)}</tbody>
        </table>
        ${trouble(this.failure, () => this.read(this.next))}
        <p class="list-foot text-body-secondary">
          ${t('list.shown', { count: this.items.length, shown: number(this.items.length) })}
          ${this.next ? html`<button type="button" class="btn btn-outline-secondary btn-sm list-more" ?disabled=${this.busy} @click=${this.more}>${this.busy ? t('loading') : t('list.more')}</button>` : nothing}
        </p>
      </div>`;
  }
}

customElements.define('rollcall-list', List);
