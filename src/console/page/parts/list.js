// A list of the service, page by page: more comes when its end is seen or asked for. Of pages that are far from what is
// seen, only their height is in the document.
import { Part, html, nothing } from './element.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { emptiness, trouble, waiting } from './problem.js';
import { Offline, page } from '../api.js';
import { back } from '../reach.js';
import { number, t } from '../text.js';

const FIRST = 50;
const NEXT = 100;
const NEAR = '1200px 0px';

class List extends Part {
  // columns: [{title, cell}]; `renewed` is anything that changes when the list has to be read anew; `whole` where its
  // query is no choice of the reader.
  static properties = {
    path: {}, query: { attribute: false }, columns: { attribute: false }, empty: { attribute: false }, caption: {}, renewed: {}, whole: { type: Boolean },
    pages: { state: true }, next: { state: true }, busy: { state: true }, failure: { state: true },
  };

  constructor() {
    super();
    this.pages = [];
    this.end = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) this.more(); }, { rootMargin: '800px 0px' });
    this.near = new IntersectionObserver((entries) => this.pass(entries), { rootMargin: NEAR });
  }

  // All that has come, as far as it goes.
  get items() {
    return this.pages.flatMap((one) => one.items);
  }

  disconnectedCallback() {
    this.end.disconnect();
    this.near.disconnect();
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
    this.end.disconnect();
    this.near.disconnect();
    const end = this.querySelector('.list-more');
    if (end && !this.failure) {
      this.end.observe(end);
    }
    this.keepWidths();
    this.querySelectorAll('tbody').forEach((body) => this.near.observe(body));
    if (this.focusAt !== undefined) {
      this.querySelector(`[aria-rowindex="${this.focusAt}"]`)?.focus({ preventScroll: true });
      this.focusAt = undefined;
    }
  }

  // Columns stay as wide as the first page has made them, whatever comes and goes.
  keepWidths() {
    const heads = [...this.querySelectorAll('th')];
    const isWide = this.pages.length > 1;
    if (isWide && !this.isKept && heads.length && getComputedStyle(heads[0].closest('thead')).position !== 'absolute') {
      const all = heads[0].closest('table').getBoundingClientRect().width;
      const widths = heads.map((head) => head.getBoundingClientRect().width / all * 100);
      heads.forEach((head, i) => { head.style.width = `${widths[i]}%`; });
      this.querySelector('table').style.tableLayout = 'fixed';
      this.isKept = true;
    } else if (!isWide && this.isKept) {
      heads.forEach((head) => { head.style.width = ''; });
      this.querySelector('table')?.style.removeProperty('table-layout');
      this.isKept = false;
    }
  }

  pass(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const one = this.pages[Number(target.dataset.page)];
      const isAway = !isIntersecting && !target.contains(document.activeElement);
      if (one && one.isAway !== isAway) {
        one.height = isAway ? boundingClientRect.height : undefined;
        one.isAway = isAway;
        this.requestUpdate();
      }
    }
  }

  begin() {
    this.isNew = true;
    this.next = undefined;
    this.focusOn = undefined;
    this.read();
  }

  more() {
    if (this.next && !this.busy && !this.failure) {
      this.read(this.next);
    }
  }

  // Whoever asks for more by the keyboard goes on where it begins, also where it was coming already.
  ask() {
    if (this.next) {
      this.focusOn = this.items.length + 2;
      this.more();
    }
  }

  async read(cursor) {
    this.reading?.abort();
    const reading = this.reading = new AbortController();
    const options = { query: this.query, limit: cursor ? NEXT : FIRST, signal: reading.signal };
    this.busy = true;
    do {
      this.failure = undefined;
      try {
        this.take(await this.page({ ...options, cursor }), cursor);
      } catch (failure) {
        if (reading !== this.reading || failure.name === 'AbortError') {
          return;
        }
        this.failure = failure;
        if (failure instanceof Offline) {
          await back();
        }
      }
    } while (this.failure instanceof Offline && reading === this.reading && this.isConnected);
    if (reading === this.reading) {
      this.busy = false;
    }
  }

  async page(options) {
    let read = await page(this.path, options);
    // A page may be shorter than it could be, or empty, where little fits the filters.
    for (let tries = 0; !read.items.length && read.next && tries < 5; tries++) {
      read = await page(this.path, { ...options, cursor: read.next });
    }
    return read;
  }

  take(read, cursor) {
    const first = cursor ? this.items.length : 0;
    const come = read.items.length ? [{ first, items: read.items }] : [];
    this.pages = cursor ? [...this.pages, ...come] : come;
    this.next = read.next;
    this.isNew = false;
    this.focusAt = this.focusOn;
    this.focusOn = undefined;
  }

  render() {
    if (!this.pages.length && (this.isNew || this.failure instanceof Offline)) {
      return this.failure && !(this.failure instanceof Offline) ? trouble(this.failure, () => this.begin()) : waiting();
    }
    if (!this.pages.length && !this.next) {
      return this.failure ? trouble(this.failure, () => this.begin()) : this.nothing();
    }
    const count = this.items.length;
    return html`
      <div class="list" aria-busy=${this.busy && !this.failure ? 'true' : 'false'}>
        <table class="table rows" aria-rowcount=${this.next ? -1 : count + 1}>
          <caption class="visually-hidden">${this.caption}</caption>
          <thead><tr aria-rowindex="1">${this.columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead>
          ${this.pages.map((one, i) => html`<tbody data-page=${i}>${one.isAway
            ? html`<tr aria-hidden="true"><td class="away" colspan=${this.columns.length} height=${one.height}></td></tr>`
            : repeat(one.items, (item, at) => item.id ?? at, (item, at) => this.row(item, one.first + at + 2))}</tbody>`)}
        </table>
        ${this.failure instanceof Offline ? nothing : trouble(this.failure, () => this.read(this.next))}
        <p class="list-foot text-body-secondary">
          ${t('list.shown', { count, shown: number(count) })}
          ${this.next ? html`<button type="button" class="btn btn-outline-secondary btn-sm list-more" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.ask}>${this.busy ? t('loading') : t('list.more')}</button>` : nothing}
        </p>
      </div>`;
  }

  row(item, index) {
    return html`<tr aria-rowindex=${index} tabindex="-1">${this.columns.map((column) => html`<td data-title=${column.title}>${column.cell(item)}</td>`)}</tr>`;
  }

  nothing() {
    const isChosen = !this.whole && Object.values(this.query ?? {}).some(Boolean);
    return isChosen ? emptiness(t('list.none.title'), t('list.none.text')) : this.empty;
  }
}

customElements.define('rollcall-list', List);
