// What is different, attribute by attribute: before and after. Names and values are text, whatever they are.
import { html, nothing } from './element.js';
import { t } from '../text.js';

const plain = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const shown = (value) => (value === undefined || value === null
  ? html`<span class="why">${t('difference.nothing')}</span>` : html`<bdi class="difference">${plain(value)}</bdi>`);

// all: [{attribute, before, after}]
export function differences(all, caption) {
  return all.length ? html`
    <table class="table rows">
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr><th scope="col">${t('difference.attribute')}</th><th scope="col">${t('difference.before')}</th><th scope="col">${t('difference.after')}</th></tr></thead>
      <tbody>${all.map((one) => html`<tr>
        <td data-title=${t('difference.attribute')}><code class="text-break">${one.attribute}</code></td>
        <td data-title=${t('difference.before')}>${shown(one.before)}</td>
        <td data-title=${t('difference.after')}>${shown(one.after)}</td></tr>`)}</tbody>
    </table>` : nothing;
}
