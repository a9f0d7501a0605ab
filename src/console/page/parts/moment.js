// A time as it is where the reader is; exact on hover and for a screen reader.
import { html } from './element.js';
import { exact, moment, t } from '../text.js';

export const at = (time, otherwise = t('never')) =>
  time ? html`<time datetime=${time} title=${exact(time)}>${moment(time)}</time>` : html`<span class="text-body-secondary">${otherwise}</span>`;
