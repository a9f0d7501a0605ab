// What is done to a connection as a whole: it rests for a while, is turned off, and goes on.
import { html, nothing } from './element.js';
import { confirm } from './confirm.js';
import { headcount } from './headcount.js';
import { say } from './announcer.js';
import { offerUndo } from './undo.js';
import { patch } from '../api.js';
import { t } from '../text.js';

export const connectionState = ({ state }) => html`<span class="state state-connection-${state}">${t(`connection.${state}`)}</span>`;

// `changed` is called after each change, also after one that was undone.
export function connectionActs(session, connection, changed) {
  if (!session.me.writes) {
    return nothing;
  }
  const path = `${session.own}/connections/${connection.id}`;
  const set = async (state) => {
    await patch(path, { state });
    await changed();
  };
  const stop = (state) => confirm({
    title: t(`connection.${state}.title`, { name: connection.name }),
    text: html`${headcount(session.own, { origin: 'scim', state: 'active' }, 'connection.people')}<p class="mb-0">${t(`connection.${state}.text`)}</p>`,
    action: t(`connection.${state}.act`),
    act: async () => {
      await set(state);
      offerUndo({ text: t(`connection.${state}.done`, { name: connection.name }), undo: () => set(connection.state) });
    },
  });
  const resume = async () => {
    await set('on');
    say(t('connection.on.done', { name: connection.name }));
  };
  const button = (state, act, kind) => html`<button type="button" class="btn btn-sm btn-outline-${kind}" @click=${act}>${t(`connection.${state}.act`)}<span class="visually-hidden"> ${connection.name}</span></button>`;
  return html`<span class="thing-acts">
    ${connection.state === 'on' ? button('paused', () => stop('paused'), 'secondary') : button('on', resume, 'primary')}
    ${connection.state === 'off' ? nothing : button('off', () => stop('off'), 'danger')}</span>`;
}
