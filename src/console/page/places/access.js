// Access: the domains of the organization, and its policies.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { emptiness, shown, trouble } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { live } from 'lit-html/directives/live.js';
import { confirm } from '../parts/confirm.js';
import { accept, refuse } from '../parts/refusal.js';
import { say } from '../parts/announcer.js';
import '../parts/copy.js';
import './catalogue.js';
import { get, page, patch, post, remove } from '../api.js';
import { t } from '../text.js';

class Access extends Part {
  static properties = { session: { attribute: false }, refresh: { attribute: false }, failure: { state: true }, checking: { state: true } };

  constructor() {
    super();
    this.domains = new Coming(this);
    this.policies = new Coming(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    const { own } = this.session;
    return Promise.all([
      this.domains.of(async () => (await page(`${own}/domains`, { limit: 100 })).items),
      this.policies.of(() => get(`${own}/policies`)),
    ]);
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

  release(domain) {
    confirm({
      title: t('domain.release.title', { name: domain.unicodeName }),
      text: html`<p>${t('domain.release.text')}</p>`,
      action: t('domain.release'),
      act: async () => {
        await remove(`${this.session.own}/domains/${domain.id}`);
        await Promise.all([this.load(), this.refresh()]);
      },
    });
  }

  set(change, said = t('saved')) {
    return this.attempt(() => patch(`${this.session.own}/policies`, change, this.policies.value.etag), said);
  }

  render() {
    return html`
      ${trouble(this.failure)}
      <section class="card" aria-labelledby="domains"><div class="card-body">
        <h2 class="h5" id="domains">${t('domains')}</h2>
        <p class="text-body-secondary">${t('domains.text')}</p>
        ${shown(this.domains, () => this.load(), (all) => all.length
          ? html`<ul class="things">${all.map((domain) => this.domain(domain))}</ul>`
          : emptiness(t('domains.none.title'), t('domains.none.text')))}
        <form class="inline-form" @submit=${this.claim}>
          <label class="visually-hidden" for="domain">${t('domain.name')}</label>
          <input id="domain" name="name" class="form-control" required placeholder="example.com" dir="ltr" autocapitalize="none" spellcheck="false">
          <button class="btn btn-outline-primary">${t('domain.claim')}</button>
        </form>
      </div></section>
      ${this.session.missing ? nothing : html`
      <rollcall-catalogue .session=${this.session}></rollcall-catalogue>
      <section class="card" aria-labelledby="policies"><div class="card-body">
        <h2 class="h5" id="policies">${t('policies')}</h2>
        ${shown(this.policies, () => this.load(), (policies) => this.rules(policies))}
      </div></section>`}`;
  }

  domain(domain) {
    const waiting = domain.state === 'waiting';
    return html`
      <li class="thing">
        <div class="thing-head">
          <bdi class="fw-semibold">${domain.unicodeName}</bdi>
          <span class="state state-${domain.state}">${t(`domain.state.${domain.state}`)}</span>
          <span class="thing-acts">
            ${waiting ? html`<button type="button" class="btn btn-sm btn-primary" ?disabled=${this.checking === domain.id} @click=${() => this.check(domain)}>${this.checking === domain.id ? t('loading') : t('domain.check')}</button>` : nothing}
            <button type="button" class="btn btn-sm btn-outline-danger" @click=${() => this.release(domain)}>${t('domain.release')}</button>
          </span>
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

  rules(policies) {
    return html`
      <div class="rule"><label class="form-label" for="domainPolicy">${t('policy.domainPolicy')}</label>
        <select id="domainPolicy" class="form-select" @change=${(event) => this.set({ domainPolicy: event.target.value })}>
          ${['off', 'flag', 'enforce'].map((one) => html`<option value=${one} .selected=${live(policies.domainPolicy === one)}>${t(`policy.domainPolicy.${one}`)}</option>`)}
        </select></div>
      <div class="rule"><label class="form-label" for="reprovisioning">${t('policy.reprovisioning')}</label>
        <select id="reprovisioning" class="form-select" @change=${(event) => this.set({ reprovisioning: event.target.value })}>
          ${['by-mode', 'restore', 'refuse', 'new-identity'].map((one) => html`<option value=${one} .selected=${live(policies.reprovisioning === one)}>${t(`policy.reprovisioning.${one}`)}</option>`)}
        </select></div>
      ${this.days('deletedMemberDays', policies, 0, 365)}
      ${this.days('activityDays', policies, 1, 3650)}
      ${this.days('refusedBodyDays', policies, 0, 90)}
      ${this.toggle('protectLastAdmin', policies)}
      ${this.toggle('rolesFromGroupsOnly', policies)}
      <p class="rule mb-0">${policies.seatLimit ? t('policy.seats', { count: policies.seatLimit }) : t('policy.seats.none')}</p>`;
  }

  days(name, policies, least, most) {
    return html`
      <div class="rule"><label class="form-label" for=${name}>${t(`policy.${name}`)}</label>
        <input id=${name} type="number" class="form-control" min=${least} max=${most} .value=${live(String(policies[name]))}
          @change=${(event) => event.target.reportValidity() && this.set({ [name]: Number(event.target.value) })}></div>`;
  }

  toggle(name, policies) {
    return html`
      <div class="rule form-check form-switch"><input id=${name} type="checkbox" role="switch" class="form-check-input" .checked=${live(policies[name])}
          @change=${(event) => this.set({ [name]: event.target.checked })}>
        <label class="form-check-label" for=${name}>${t(`policy.${name}`)}</label></div>`;
  }
}

customElements.define('rollcall-access', Access);
