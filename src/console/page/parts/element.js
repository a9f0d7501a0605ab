// An element whose content is a part of the document, so that one style sheet and every reader sees it.
import { LitElement } from 'lit';

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

  // Keeps what was there until the new one is.
  async of(work) {
    this.busy = true;
    this.host.requestUpdate();
    try {
      this.value = await work();
      this.failure = undefined;
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.failure = failure;
      }
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
    return this.value;
  }
}
