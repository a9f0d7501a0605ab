// What came of calls, day by day: bars upon each other, and the same as a table for whoever does not see them.
import { html, nothing } from './element.js';
import { svg } from 'lit';
import { day, number, t } from '../text.js';

export const RESULTS = ['created', 'updated', 'enabled', 'disabled', 'deleted', 'refused'];
const WIDTH = 720;
const HEIGHT = 160;

// days: [{time, counts: {created, …}}], the earliest first.
export function chart(days, caption) {
  const most = Math.max(1, ...days.map((one) => RESULTS.reduce((all, name) => all + one.counts[name], 0)));
  const shown = RESULTS.filter((name) => days.some((one) => one.counts[name]));
  if (!shown.length) {
    return nothing;
  }
  const step = WIDTH / days.length;
  return html`
    <figure class="chart">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        ${days.map((one, i) => bars(one, i * step, step, most))}
      </svg>
      <div class="chart-axis" aria-hidden="true"><span>${day(days[0].time)}</span><span>${day(days.at(-1).time)}</span></div>
      <figcaption class="legend">${shown.map((name) => html`<span><i class="bar-${name}" aria-hidden="true"></i>${t(`result.${name}`)}</span>`)}</figcaption>
      <table class="visually-hidden"><caption>${caption}</caption>
        <thead><tr><th scope="col">${t('day')}</th>${shown.map((name) => html`<th scope="col">${t(`result.${name}`)}</th>`)}</tr></thead>
        <tbody>${days.map((one) => html`<tr><th scope="row">${day(one.time)}</th>${shown.map((name) => html`<td>${number(one.counts[name])}</td>`)}</tr>`)}</tbody>
      </table>
    </figure>`;
}

function bars(one, x, step, most) {
  let below = HEIGHT;
  return RESULTS.filter((name) => one.counts[name]).map((name) => {
    const height = Math.max(2, one.counts[name] / most * (HEIGHT - 4));
    below -= height;
    return svg`<rect class="bar-${name}" x=${x + step * 0.14} y=${below} width=${step * 0.72} height=${height}><title>${day(one.time)}: ${number(one.counts[name])} ${t(`result.${name}`)}</title></rect>`;
  });
}
