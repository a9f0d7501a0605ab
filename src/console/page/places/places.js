// The places of the page, in the order in which an org admin meets them.
import { html } from '../parts/element.js';
import './set-up.js';
import './credentials.js';
import './access.js';
import './audit.js';

export const places = [
  { name: 'set-up', show: (session) => html`<rollcall-set-up .session=${session}></rollcall-set-up>` },
  { name: 'credentials', show: (session) => html`<rollcall-credentials .session=${session}></rollcall-credentials>` },
  { name: 'access', show: (session, _, refresh) => html`<rollcall-access .session=${session} .refresh=${refresh}></rollcall-access>` },
  { name: 'audit', show: (session) => html`<rollcall-audit .session=${session}></rollcall-audit>` },
];
