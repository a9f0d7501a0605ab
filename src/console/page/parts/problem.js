// What went wrong, in the words of the service, and what can be done about it.
import { html, nothing } from './element.js';
import { copyable } from './copy.js';
import { Offline } from '../api.js';
import { t } from '../text.js';

export function trouble(failure, again) {
  if (!failure) {
    return nothing;
  }
  const text = failure instanceof Offline ? t('offline') : failure.message;
  return html`
    <div class="alert alert-danger trouble" role="alert">
      <p class="mb-0">${text}</p>
      ${failure.requestId ? html`<p class="small mb-0">${t('requestId')} ${copyable(t('call.requestId'), failure.requestId)}</p>` : nothing}
      ${again ? html`<button type="button" class="btn btn-outline-danger btn-sm mt-2" @click=${again}>${t('again')}</button>` : nothing}
    </div>`;
}

export const waiting = (text = t('loading')) =>
  html`<div class="waiting" role="status"><span class="spinner-border spinner-border-sm" aria-hidden="true"></span> ${text}</div>`;

// What is shown of something that is on its way. That the service cannot be reached is said once, by the page.
export function shown(coming, again, content, text = undefined) {
  const failure = coming.failure instanceof Offline ? undefined : coming.failure;
  if (coming.value === undefined) {
    return failure ? trouble(failure, again) : waiting(text);
  }
  return html`${trouble(failure, again)}${content(coming.value)}`;
}

export const emptiness = (title, text, action = nothing) => html`
  <div class="emptiness">
    <p class="emptiness-title">${title}</p>
    <p class="text-body-secondary">${text}</p>
    ${action}
  </div>`;
