// Who is signed in for the organization, and may be signed out.
import { Part, html, nothing } from '../parts/element.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { say } from '../parts/announcer.js';
import '../parts/list.js';
import { remove } from '../api.js';
import { t } from '../text.js';

class Sessions extends Part {
  static properties = { session: { attribute: false }, version: { state: true } };

  constructor() {
    super();
    this.version = 0;
  }

  end(one) {
    confirm({
      title: t('session.end.title', { name: one.name }),
      text: html`<p class="headcount">${t('session.end.people', { name: one.name })}</p><p class="mb-0">${t('session.end.text')}</p>`,
      action: t('session.end'),
      act: async () => {
        await remove(`${this.session.own}/sessions/${one.id}`);
        this.version++;
        say(t('session.ended', { name: one.name }));
      },
    });
  }

  render() {
    return html`
      <section class="card" aria-labelledby="sessions"><div class="card-body">
        <h2 class="h5" id="sessions">${t('sessions')}</h2>
        <p class="text-body-secondary">${t('sessions.text')}</p>
        <rollcall-list .path=${`${this.session.own}/sessions`} whole .renewed=${this.version} .caption=${t('sessions')} .columns=${this.columns()}
          .empty=${html`<p class="text-body-secondary">${t('sessions.none')}</p>`}></rollcall-list>
      </div></section>`;
  }

  // The own one ends with the button at the top of the page.
  columns() {
    const { me } = this.session;
    const columns = [
      { title: t('session.person'), cell: (one) => html`<bdi>${one.name}</bdi>${one.id === me.id ? html` <span class="why">${t('session.own')}</span>` : nothing}<div class="small text-body-secondary text-break"><bdi>${one.email}</bdi></div>` },
      { title: t('session.access'), cell: (one) => t(`session.access.${one.admin ? 'all' : one.readOnly ? 'read' : 'none'}`) },
      { title: t('session.begun'), cell: (one) => at(one.created) },
      { title: t('session.seen'), cell: (one) => at(one.lastSeen) },
      { title: t('session.from'), cell: (one) => html`<bdi>${one.address ?? '–'}</bdi>` },
    ];
    return me.writes ? [...columns,
      { title: t('session.act'), cell: (one) => (one.id === me.id ? nothing : html`<button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.end(one)}>${t('session.end')}<span class="visually-hidden"> ${one.name}</span></button>`) },
    ] : columns;
  }
}

customElements.define('rollcall-sessions', Sessions);
