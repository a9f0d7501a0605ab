// Whether the service can be reached. While it cannot, it is asked now and then, and whoever waits for it goes on when it is back.
const EVERY = 2000;
const ASKED = new URL('api/v1/me', document.baseURI).pathname;

const listeners = new Set();
let returned;
let goOn;
let timer;

// Told with true or false whenever that changes.
export function onReach(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isLost = () => returned !== undefined;

// Done when the service is back; at once while it is there.
export const back = () => returned;

export function lost() {
  if (!returned) {
    returned = new Promise((resolve) => { goOn = resolve; });
    listeners.forEach((listener) => listener(false));
    timer = setTimeout(ask, EVERY);
  }
}

export function reached() {
  if (returned) {
    clearTimeout(timer);
    returned = undefined;
    listeners.forEach((listener) => listener(true));
    goOn();
  }
}

// What a proxy says in the place of a service that is not there.
export const isAway = (answer) => [502, 503, 504].includes(answer.status) && !(answer.headers.get('Content-Type') ?? '').includes('json');

async function ask() {
  clearTimeout(timer);
  try {
    const answer = await fetch(ASKED, { cache: 'no-store', credentials: 'same-origin' });
    if (!isAway(answer)) {
      reached();
      return;
    }
  } catch {
    // It is asked again.
  }
  lost();
  clearTimeout(timer);
  timer = setTimeout(ask, EVERY);
}

// A browser without a network may still reach a service on the same machine.
addEventListener('offline', ask);
addEventListener('online', () => { if (returned) { ask(); } });
