// An element whose content is a part of the document, so that one style sheet and every reader sees it.
import { LitElement } from 'lit';
import { Offline } from '../api.js';
import { back } from '../reach.js';

export { html, nothing } from 'lit';

export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}

// Something that is on its way: nothing yet, there, or failed.
export class Coming {
  constructor(host) {
    this.host = host;
    this.value = undefined;
    this.failure = undefined;
    this.busy = false;
  }

  // Keeps what was there until the new one is. Where the service cannot be reached, goes on when it is back.
  async of(work) {
    const turn = this.turn = {};
    this.busy = true;
    this.host.requestUpdate();
    do {
      try {
        this.value = await work();
        this.failure = undefined;
      } catch (failure) {
        if (failure.name !== 'AbortError') {
          this.failure = failure;
        }
      }
      this.host.requestUpdate();
      if (this.failure instanceof Offline) {
        await back();
      }
    } while (this.failure instanceof Offline && turn === this.turn && this.host.isConnected);
    this.busy = false;
    this.host.requestUpdate();
    return this.value;
  }
}
