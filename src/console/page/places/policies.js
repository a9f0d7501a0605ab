// Policies: what an organization lets in, what becomes of its people, and how long what happened is kept.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { live } from 'lit-html/directives/live.js';
import { shown, trouble } from '../parts/problem.js';
import { confirm } from '../parts/confirm.js';
import { offerUndo } from '../parts/undo.js';
import { get, patch } from '../api.js';
import { day, number, t } from '../text.js';

const CHOICES = { domainPolicy: ['off', 'flag', 'enforce'], reprovisioning: ['by-mode', 'restore', 'refuse', 'new-identity'] };
const DAYS = { deletedMemberDays: [0, 365], activityDays: [1, 3650], refusedBodyDays: [0, 90] };
const SWITCHES = ['protectLastAdmin', 'rolesFromGroupsOnly'];
const A_DAY = 86_400_000;
const MOST_SUMMED = 366;

class Policies extends Part {
  static properties = { session: { attribute: false }, refresh: { attribute: false }, failure: { state: true }, saving: { state: true } };

  constructor() {
    super();
    this.policies = new Coming(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.policies.of(() => get(`${this.session.own}/policies`));
  }

  async save(change, etag) {
    await patch(`${this.session.own}/policies`, change, etag);
    await Promise.all([this.load(), this.refresh()]);
  }

  // What was there before can be put back.
  async set(name, value) {
    const { etag, [name]: before } = this.policies.value;
    this.failure = undefined;
    this.saving = name;
    try {
      await this.save({ [name]: value }, etag);
      offerUndo({ text: t('policy.saved', { name: t(`policy.${name}`) }), undo: () => this.save({ [name]: before }) });
    } catch (failure) {
      this.failure = failure;
      await this.load();
    } finally {
      this.saving = undefined;
    }
  }

  setDays(name, field) {
    const before = this.policies.value[name];
    const value = Number(field.value);
    if (!field.reportValidity() || value === before) {
      return;
    }
    if (value > before || name === 'deletedMemberDays') {
      this.set(name, value);
      return;
    }
    field.value = String(before);
    this.shorten(name, value, before);
  }

  // What was kept is gone for good with a shorter time.
  async shorten(name, value, before) {
    const until = new Date(Date.now() - value * A_DAY);
    confirm({
      title: t(`policy.${name}.less`),
      text: html`<p>${t(`policy.${name}.less.text`, { days: number(value), day: day(until) })}</p>
        ${name === 'activityDays' ? html`<rollcall-calls-before .own=${this.session.own} .until=${until} .since=${new Date(until - Math.min(before - value, MOST_SUMMED) * A_DAY)}></rollcall-calls-before>` : nothing}
        <p class="mb-0">${t('forGood')}</p>`,
      action: t('save'),
      act: () => this.save({ [name]: value }, this.policies.value.etag),
    });
  }

  render() {
    return html`
      <section class="card" aria-labelledby="policies" aria-busy=${this.saving ? 'true' : 'false'}><div class="card-body">
        <h2 class="h5" id="policies">${t('policies')}</h2>
        ${trouble(this.failure)}
        ${shown(this.policies, () => this.load(), (policies) => this.session.me.writes ? this.rules(policies) : this.read(policies))}
      </div></section>`;
  }

  rules(policies) {
    return html`
      ${Object.entries(CHOICES).map(([name, values]) => html`
        <div class="rule"><label class="form-label" for=${name}>${t(`policy.${name}`)}</label>
          <select id=${name} class="form-select" @change=${(event) => this.set(name, event.target.value)}>
            ${values.map((one) => html`<option value=${one} .selected=${live(policies[name] === one)}>${t(`policy.${name}.${one}`)}</option>`)}
          </select></div>`)}
      ${Object.entries(DAYS).map(([name, [least, most]]) => html`
        <div class="rule"><label class="form-label" for=${name}>${t(`policy.${name}`)}</label>
          <input id=${name} type="number" class="form-control" min=${least} max=${most} .value=${live(String(policies[name]))}
            @change=${(event) => this.setDays(name, event.target)}></div>`)}
      ${SWITCHES.map((name) => html`
        <div class="rule form-check form-switch"><input id=${name} type="checkbox" role="switch" class="form-check-input" .checked=${live(policies[name])}
            @change=${(event) => this.set(name, event.target.checked)}>
          <label class="form-check-label" for=${name}>${t(`policy.${name}`)}</label></div>`)}
      ${this.seats(policies)}`;
  }

  read(policies) {
    return html`
      <dl class="facts">
        ${Object.keys(CHOICES).map((name) => html`<dt>${t(`policy.${name}`)}</dt><dd>${t(`policy.${name}.${policies[name]}`)}</dd>`)}
        ${Object.keys(DAYS).map((name) => html`<dt>${t(`policy.${name}`)}</dt><dd>${number(policies[name])}</dd>`)}
        ${SWITCHES.map((name) => html`<dt>${t(`policy.${name}`)}</dt><dd>${policies[name] ? t('yes') : t('no')}</dd>`)}
      </dl>
      ${this.seats(policies)}`;
  }

  seats({ seatLimit, seatsTaken }) {
    return html`<p class="rule mb-0">${seatLimit
      ? html`${t('policy.seats', { count: number(seatLimit) })} ${seatsTaken === undefined ? nothing : t('policy.seats.taken', { count: number(seatsTaken) })}` : t('policy.seats.none')}</p>`;
  }
}

// How many calls stand in the activity within a time.
class CallsBefore extends Part {
  static properties = { own: {}, since: { attribute: false }, until: { attribute: false } };

  constructor() {
    super();
    this.calls = new Coming(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.calls.of(async () => {
      const hours = (time) => new Date(Math.floor(time / 3_600_000) * 3_600_000).toISOString();
      const sums = await get(`${this.own}/summaries?since=${hours(this.since)}&until=${hours(this.until)}`);
      return ['users', 'groups', 'others'].flatMap((kind) => ['created', 'updated', 'unchanged', 'disabled', 'enabled', 'deleted', 'refused'].map((name) => sums[kind][name]))
        .reduce((all, one) => all + one, 0);
    });
  }

  render() {
    return html`<p class="headcount" role="status">${shown(this.calls, undefined, (calls) => t('policy.activityDays.calls', { count: calls, shown: number(calls) }), t('count.counting'))}</p>`;
  }
}

customElements.define('rollcall-policies', Policies);
customElements.define('rollcall-calls-before', CallsBefore);
