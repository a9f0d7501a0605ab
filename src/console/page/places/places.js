// The places of the page, in the order in which an org admin meets them.
import { html } from '../parts/element.js';
import './set-up.js';
import './credentials.js';
import './groups.js';
import './access.js';
import './people.js';
import './activity.js';
import './audit.js';

export const places = [
  { name: 'set-up', show: (session) => html`<rollcall-set-up .session=${session}></rollcall-set-up>` },
  { name: 'credentials', show: (session) => html`<rollcall-credentials .session=${session}></rollcall-credentials>` },
  { name: 'groups', show: (session) => html`<rollcall-groups .session=${session}></rollcall-groups>` },
  { name: 'access', show: (session, _, refresh) => html`<rollcall-access .session=${session} .refresh=${refresh}></rollcall-access>` },
  { name: 'people', show: (session, [id]) => html`<rollcall-people .session=${session} .id=${id}></rollcall-people>` },
  { name: 'activity', show: (session, [id]) => html`<rollcall-activity .session=${session} .id=${id}></rollcall-activity>` },
  { name: 'audit', show: (session) => html`<rollcall-audit .session=${session}></rollcall-audit>` },
];
