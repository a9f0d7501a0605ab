// Credentials: the tokens and OAuth clients of each connection; made, renewed, revoked.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { connectionActs, connectionState } from '../parts/connection-acts.js';
import { headcount } from '../parts/headcount.js';
import { accept, refuse } from '../parts/refusal.js';
import { say } from '../parts/announcer.js';
import { copyable } from '../parts/copy.js';
import '../parts/list.js';
import { page, post, remove } from '../api.js';
import { t } from '../text.js';

const KINDS = ['tokens', 'oauth-clients'];

class Credentials extends Part {
  static properties = { session: { attribute: false }, made: { state: true }, failure: { state: true }, version: { state: true } };

  constructor() {
    super();
    this.connections = new Coming(this);
    this.version = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.connections.of(async () => (await page(`${this.session.own}/connections`, { limit: 100 })).items);
  }

  async make(connection, kind, event) {
    event.preventDefault();
    const form = event.target;
    this.failure = undefined;
    accept(form);
    try {
      const made = await post(`${this.session.own}/connections/${connection.id}/${kind}`, { name: new FormData(form).get('name') });
      form.reset();
      this.show(connection, kind, made);
    } catch (failure) {
      this.failure = refuse(form, failure) ? undefined : failure;
    }
  }

  async show(connection, kind, made) {
    this.made = { connection, kind, made };
    this.version++;
    say(t('credential.made'));
    await this.updateComplete;
    this.querySelector('.made')?.scrollIntoView({ block: 'nearest' });
  }

  rotate(connection, kind, credential) {
    confirm({
      title: t('rotate.title', { name: credential.name }),
      text: html`<p>${t('rotate.text')}</p>
        <label class="form-label" for="overlap">${t('rotate.overlap')}</label>
        <select id="overlap" name="overlap" class="form-select">${[24, 168, 1, 0].map((hours) => html`<option value=${hours}>${t(`rotate.overlap.${hours}`)}</option>`)}</select>`,
      action: t('rotate'),
      harmless: true,
      act: async (form) => this.show(connection, kind, await post(
        `${this.session.own}/connections/${connection.id}/${kind}/${credential.id}/rotate`, { overlapHours: Number(form.get('overlap')) })),
    });
  }

  revoke(connection, kind, credential) {
    confirm({
      title: t('revoke.title', { name: credential.name }),
      text: html`${headcount(this.session.own, { origin: 'scim', state: 'active' }, 'revoke.people')}
        <p>${credential.lastUse ? html`${t('revoke.used')} ${at(credential.lastUse.time)}.` : t('revoke.unused')} ${t('revoke.text')}</p>`,
      action: t('revoke'),
      act: async () => {
        await remove(`${this.session.own}/connections/${connection.id}/${kind}/${credential.id}`);
        this.version++;
        say(t('revoked', { name: credential.name }));
      },
    });
  }

  render() {
    return shown(this.connections, () => this.load(), (all) => all.length
      ? html`${trouble(this.failure)}${all.map((connection) => this.connection(connection))}`
      : emptiness(t('credentials.none.title'), t('credentials.none.text'), html`<a class="btn btn-primary" href="#/set-up">${t('place.set-up')}</a>`));
  }

  connection(connection) {
    return html`
      <section class="card" aria-labelledby="c-${connection.id}"><div class="card-body">
        <div class="thing-head"><h2 class="h5 mb-0" id="c-${connection.id}"><bdi>${connection.name}</bdi> ${connectionState(connection)}</h2>
          ${connectionActs(this.session, connection, () => this.load())}</div>
        ${KINDS.map((kind) => this.kind(connection, kind))}
      </div></section>`;
  }

  kind(connection, kind) {
    const { made } = this;
    const field = `name-${connection.id}-${kind}`;
    return html`
      <h3 class="h6 mt-4">${t(`credentials.${kind}`)}</h3>
      ${made?.connection.id === connection.id && made.kind === kind ? this.secret(made) : nothing}
      <rollcall-list .path=${`${this.session.own}/connections/${connection.id}/${kind}`} .renewed=${this.version}
        .caption=${t(`credentials.${kind}`)} .columns=${this.columns(connection, kind)}
        .empty=${html`<p class="text-body-secondary">${t(`credentials.${kind}.none`)}</p>`}></rollcall-list>
      ${this.session.me.writes ? html`<form class="inline-form" @submit=${(event) => this.make(connection, kind, event)}>
        <label class="visually-hidden" for=${field}>${t('credential.name')}</label>
        <input id=${field} name="name" class="form-control" required maxlength="200" placeholder=${t('credential.name')}>
        <button class="btn btn-outline-primary">${t(`credentials.${kind}.make`)}</button>
      </form>` : nothing}`;
  }

  columns(connection, kind) {
    const columns = [
      { title: t('credential.name'), cell: (one) => html`<bdi>${one.name}</bdi>${kind === 'oauth-clients' ? html`<div class="small">${copyable(t('value.clientId'), one.id)}</div>` : nothing}` },
      { title: t('credential.status'), cell: (one) => html`<span class="state state-${one.status}">${t(`credential.status.${one.status}`)}</span>` },
      { title: t('credential.madeBy'), cell: (one) => html`<bdi>${one.madeBy}</bdi>, ${at(one.created)}` },
      { title: t('credential.expires'), cell: (one) => at(one.expires) },
      { title: t('credential.lastUse'), cell: (one) => one.lastUse
        ? html`${at(one.lastUse.time)}<div class="small text-body-secondary text-break"><bdi>${one.lastUse.product}</bdi> ${one.lastUse.address}</div>` : at(undefined) },
    ];
    return this.session.me.writes ? [...columns,
      { title: t('credential.act'), cell: (one) => ['valid', 'expiring'].includes(one.status) ? html`
        <div class="row-acts">
          <button type="button" class="btn btn-sm btn-outline-secondary" @click=${() => this.rotate(connection, kind, one)}>${t('rotate')}</button>
          <button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.revoke(connection, kind, one)}>${t('revoke')}</button>
        </div>` : nothing },
    ] : columns;
  }

  secret({ kind, made }) {
    return html`
      <div class="alert alert-success made">
        <p>${t('token.once')}</p>
        ${kind === 'tokens'
          ? html`<rollcall-copy .label=${t('value.token')} .value=${made.token}></rollcall-copy>`
          : html`
            <p class="mb-1">${t('value.tokenEndpoint')}</p><rollcall-copy .label=${t('value.tokenEndpoint')} .value=${made.tokenEndpoint}></rollcall-copy>
            <p class="mb-1 mt-2">${t('value.clientId')}</p><rollcall-copy .label=${t('value.clientId')} .value=${made.clientId}></rollcall-copy>
            <p class="mb-1 mt-2">${t('value.clientSecret')}</p><rollcall-copy .label=${t('value.clientSecret')} .value=${made.clientSecret}></rollcall-copy>`}
        <button type="button" class="btn btn-outline-success btn-sm mt-3" @click=${() => { this.made = undefined; }}>${t('done')}</button>
      </div>`;
  }
}

customElements.define('rollcall-credentials', Credentials);
