// One call: what it did or why it was refused, what to change in which product, and whether it would be done now.
import { Coming, Part, html, nothing } from '../parts/element.js';
import { shown, trouble, waiting } from '../parts/problem.js';
import { at } from '../parts/moment.js';
import { confirm } from '../parts/confirm.js';
import { copyable } from '../parts/copy.js';
import { differences } from '../parts/differences.js';
import { marked } from '../parts/marked.js';
import { say } from '../parts/announcer.js';
import { advice } from '../advice.js';
import { get, post } from '../api.js';
import { has, number, t } from '../text.js';

class Call extends Part {
  static properties = { session: { attribute: false }, connections: { attribute: false }, id: {}, replayed: { state: true } };

  constructor() {
    super();
    this.call = new Coming(this);
    this.trial = new Coming(this);
  }

  willUpdate(changed) {
    if (changed.has('id')) {
      this.trial.value = undefined;
      this.trial.failure = undefined;
      this.replayed = undefined;
      this.load();
    }
  }

  get path() {
    return `${this.session.own}/activity/${this.id}`;
  }

  load() {
    return this.call.of(() => get(this.path));
  }

  async dryRun() {
    if (this.trial.busy) {
      return undefined;
    }
    this.replayed = undefined;
    this.trial.value = undefined;
    return this.trial.of(() => post(`${this.path}/dry-run`));
  }

  // A dry run first: it says what the replay is going to do before anybody confirms it.
  async replay() {
    const found = await this.dryRun();
    if (!found || this.trial.failure || found.result === 'refused') {
      return;
    }
    confirm({
      title: t('replay.title'),
      text: html`<p>${outcome(found, 'will')}</p>${differences(found.differences, t('call.differences'))}<p class="why">${t('replay.text')}</p>`,
      action: t('replay'),
      harmless: true,
      act: async () => {
        this.replayed = await post(`${this.path}/replay`);
        this.trial.value = undefined;
        say(plainOutcome(this.replayed, 'did'));
      },
    });
  }

  render() {
    return html`
      <p><a href="#/activity">← ${t('place.activity')}</a></p>
      ${shown(this.call, () => this.load(), ({ call, body, replay }) => html`
        <section class="card" aria-labelledby="call"><div class="card-body">
          <h2 class="h5" id="call"><span class="state state-${call.result}">${t(`result.${call.result}`)}</span> <bdi>${call.name ?? call.path ?? call.id}</bdi></h2>
          ${call.sentence ? html`<p class="${call.result === 'refused' ? 'alert alert-danger' : 'alert alert-secondary'} mt-3">${call.sentence}</p>` : nothing}
          ${this.advice(call)}
          <dl class="facts">${this.facts(call).filter(([, value]) => value).map(([name, value]) => html`<dt>${t(`call.${name}`)}</dt><dd>${value}</dd>`)}</dl>
        </div></section>
        ${replay && call.result === 'refused' ? this.again(replay) : nothing}
        ${body ? html`<section class="card" aria-labelledby="sent"><div class="card-body"><h2 class="h5" id="sent">${t('call.body')}</h2>
          <p class="form-text">${t('call.body.text')}</p><pre class="sent" tabindex="0">${JSON.stringify(body, null, 2)}</pre></div></section>` : nothing}`)}`;
  }

  connection(call) {
    return this.connections.find((one) => one.id === call.connectionId);
  }

  advice(call) {
    const provider = this.connection(call)?.identityProvider;
    const found = advice(call, provider);
    if (!found) {
      return nothing;
    }
    return html`
      <section class="advice" aria-labelledby="advice">
        <h3 class="h6" id="advice">${t(call.result === 'refused' ? 'advice.title' : 'advice.title.done')}</h3>
        <p>${marked(t(found.text))}${found.attribute ? html` ${t('advice.about')} <code>${found.attribute}</code>` : nothing}</p>
        <ul class="mb-0">
          ${found.field ? html`<li>${marked(t(found.field))}</li>` : nothing}
          ${found.place ? html`<li>${t('advice.here')} <a href="#/${found.place}">${t(`place.${found.place}`)}</a></li>` : nothing}
        </ul>
      </section>`;
  }

  again({ possible, reason }) {
    const { writes } = this.session.me;
    return html`
      <section class="card" aria-labelledby="again"><div class="card-body">
        <h2 class="h5" id="again">${t('call.again')}</h2>
        ${possible ? html`
          <p class="text-body-secondary">${t('call.again.text')}</p>
          <div class="row-acts">
            <button type="button" class="btn btn-outline-primary" aria-disabled=${this.trial.busy ? 'true' : 'false'} @click=${this.dryRun}>${t('dryRun')}</button>
            ${writes ? html`<button type="button" class="btn btn-primary" aria-disabled=${this.trial.busy ? 'true' : 'false'} @click=${this.replay}>${t('replay')}</button>` : nothing}
          </div>
          ${this.tried()}` : html`<p class="mb-0">${t('call.again.not')} ${reason}</p>`}
      </div></section>`;
  }

  tried() {
    const found = this.replayed ?? this.trial.value;
    return html`<div class="tried" aria-live="polite">
      ${this.trial.busy ? waiting(t('dryRun.running')) : trouble(this.trial.failure)}
      ${found && !this.trial.busy ? html`
        <p class="alert ${found.result === 'refused' ? 'alert-danger' : 'alert-success'} mt-3">${outcome(found, this.replayed ? 'did' : 'would')}
          ${found.activityId ? html` <a class="alert-link" href="#/activity/${found.activityId}">${t('replay.open')}</a>` : nothing}</p>
        ${differences(found.differences, t('call.differences'))}
        ${found.tolerances.length ? html`<p class="why mb-0">${t('call.tolerances')}: ${found.tolerances.join(', ')}</p>` : nothing}` : nothing}
    </div>`;
  }

  facts(call) {
    const connection = this.connection(call);
    const id = (name, value) => value && copyable(t(`call.${name}`), value);
    return [
      ['time', at(call.time)], ['answer', call.status && html`${call.status} ${call.scimType ?? ''}`],
      ['request', call.method && html`<code class="text-break">${call.method} ${call.path}</code>`],
      ['connection', connection && html`<bdi>${connection.name}</bdi>`], ['product', call.product && html`<bdi>${call.product}</bdi>`],
      ['person', call.resourceType === 'User' && call.resourceId && call.result !== 'deleted' && html`<a href="#/people/${call.resourceId}"><bdi>${call.name ?? call.resourceId}</bdi></a>`],
      ['resource', id('resource', call.resourceId)],
      ['changed', call.changed.length ? html`<span class="chips">${call.changed.map((name) => html`<code class="chip">${name}</code>`)}</span>` : nothing],
      ['added', call.membersAdded && number(call.membersAdded)], ['removed', call.membersRemoved && number(call.membersRemoved)],
      ['tolerances', call.tolerances.join(', ')], ['duration', call.durationMillis !== undefined && `${number(call.durationMillis)} ms`],
      ['requestId', id('requestId', call.requestId)], ['id', id('id', call.id)],
    ].filter(([, value]) => value !== nothing);
  }
}

const called = (found) => found.name ?? found.resourceId ?? found.call.path;

// In three tenses: what it would do, is going to do, has done.
function plainOutcome(found, tense) {
  const key = `outcome.${tense}.${found.result}`;
  return t(has(key) ? key : `outcome.${tense}.refused`, { name: called(found), status: found.status, sentence: found.sentence ?? '' });
}

const outcome = (found, tense) => html`${plainOutcome(found, tense)}
  ${found.membersAdded ? t('activity.added', { count: found.membersAdded }) : nothing}
  ${found.membersRemoved ? t('activity.removed', { count: found.membersRemoved }) : nothing}`;

customElements.define('rollcall-call', Call);
