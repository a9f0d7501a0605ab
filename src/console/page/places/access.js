// Access: the domains of the organization, what can be given, and its policies.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { accept, refuse } from '../parts/refusal.js';
import { say } from '../parts/announcer.js';
import '../parts/copy.js';
import { byDefault } from './catalogue.js';
import './policies.js';
import './sessions.js';
import { find, page, post, remove } from '../api.js';
import { t } from '../text.js';

class Access extends Part {
  static properties = { session: { attribute: false }, refresh: { attribute: false }, failure: { state: true }, checking: { state: true } };

  constructor() {
    super();
    this.domains = new Coming(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.domains.of(async () => (await page(`${this.session.own}/domains`, { limit: 100 })).items);
  }

  async attempt(work, said) {
    this.failure = undefined;
    try {
      await work();
      if (said) {
        say(said);
      }
      await Promise.all([this.load(), this.refresh()]);
    } catch (failure) {
      this.failure = failure;
      // Somebody else was first: what they have changed is shown.
      if (failure.status === 412) {
        await this.load();
      }
    }
    this.requestUpdate();
  }

  async claim(event) {
    event.preventDefault();
    const form = event.target;
    accept(form);
    await this.attempt(async () => {
      await post(`${this.session.own}/domains`, { name: new FormData(form).get('name') });
      form.reset();
    });
    if (refuse(form, this.failure)) {
      this.failure = undefined;
    }
  }

  async check(domain) {
    this.checking = domain.id;
    await this.attempt(async () => {
      const checked = await post(`${this.session.own}/domains/${domain.id}/check`);
      say(checked.state === 'claimed' ? t('domain.claimed', { name: domain.unicodeName }) : checked.finding);
    });
    this.checking = undefined;
  }

  async release(domain) {
    const { own, policies } = this.session;
    const given = domain.state === 'claimed' ? await find(`${own}/domains/${domain.id}/default`) : undefined;
    const claimed = this.domains.value.filter((one) => one.state === 'claimed');
    const isLast = !policies.provisioningWithoutSso && claimed.length === 1 && claimed[0].id === domain.id;
    confirm({
      title: t('domain.release.title', { name: domain.unicodeName }),
      text: html`
        ${given ? byDefault(own, given, domain.name, 'domain.release.people') : html`<p class="headcount">${t('domain.release.nobody')}</p>`}
        ${isLast ? html`<p class="alert alert-danger">${t('domain.release.last')}</p>` : nothing}
        <p>${t('domain.release.text')}</p>`,
      action: t('domain.release'),
      act: async () => {
        await remove(`${this.session.own}/domains/${domain.id}`);
        await Promise.all([this.load(), this.refresh()]);
      },
    });
  }

  render() {
    const { writes } = this.session.me;
    return html`
      ${trouble(this.failure)}
      <section class="card" aria-labelledby="domains"><div class="card-body">
        <h2 class="h5" id="domains">${t('domains')}</h2>
        <p class="text-body-secondary">${t('domains.text')}</p>
        ${shown(this.domains, () => this.load(), (all) => all.length
          ? html`<ul class="things">${all.map((domain) => this.domain(domain))}</ul>`
          : emptiness(t('domains.none.title'), t('domains.none.text')))}
        ${writes ? html`<form class="inline-form" @submit=${this.claim}>
          <label class="visually-hidden" for="domain">${t('domain.name')}</label>
          <input id="domain" name="name" class="form-control" required placeholder="example.com" dir="ltr" autocapitalize="none" spellcheck="false">
          <button class="btn btn-outline-primary">${t('domain.claim')}</button>
        </form>` : nothing}
      </div></section>
      ${this.session.missing ? nothing : html`
      <rollcall-catalogue .session=${this.session}></rollcall-catalogue>
      <rollcall-policies .session=${this.session} .refresh=${this.refresh}></rollcall-policies>
      <rollcall-sessions .session=${this.session}></rollcall-sessions>`}`;
  }

  domain(domain) {
    const waiting = domain.state === 'waiting';
    return html`
      <li class="thing">
        <div class="thing-head">
          <bdi class="fw-semibold">${domain.unicodeName}</bdi>
          <span class="state state-${domain.state}">${t(`domain.state.${domain.state}`)}</span>
          ${this.session.me.writes ? html`<span class="thing-acts">
            ${waiting ? html`<button type="button" class="btn btn-sm btn-primary" ?disabled=${this.checking === domain.id} @click=${() => this.check(domain)}>${this.checking === domain.id ? t('loading') : t('domain.check')}</button>` : nothing}
            <button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.release(domain)}>${t('domain.release')}</button>
          </span>` : nothing}
        </div>
        ${waiting ? html`
          <p class="mt-2 mb-2">${t('domain.record')}</p>
          <dl class="values">
            <dt>${t('domain.record.name')}</dt><dd><rollcall-copy .label=${t('domain.record.name')} .value=${domain.txtRecord.name}></rollcall-copy></dd>
            <dt>${t('domain.record.value')}</dt><dd><rollcall-copy .label=${t('domain.record.value')} .value=${domain.txtRecord.value}></rollcall-copy></dd>
          </dl>
          ${domain.finding ? html`<p class="form-text">${t('domain.checked')} ${at(domain.checked)}: ${domain.finding}</p>` : nothing}` : nothing}
      </li>`;
  }
}

customElements.define('rollcall-access', Access);
