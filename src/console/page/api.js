// The management API, as everybody has it.
import { isAway, lost, reached } from './reach.js';

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.kind = (body.type ?? '').replace('urn:rollcall:problem:', '');
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
  }

  field(name) {
    return this.errors.find((error) => error.field === name)?.detail;
  }
}

export class Offline extends Error {}

const listeners = new Set();

// Told whenever the session has ended.
export function onSignedOut(listener) {
  listeners.add(listener);
}

const BASE = new URL('api/v1', document.baseURI).pathname;
const CHANGE = { 'X-Rollcall-Request': '1' };

async function send(method, path, { body, etag, key, signal } = {}) {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') {
    Object.assign(headers, CHANGE);
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (etag) {
    headers['If-Match'] = etag;
  }
  if (key) {
    headers['Idempotency-Key'] = key;
  }
  let answer;
  try {
    answer = await fetch(BASE + path, {
      method, headers, signal, credentials: 'same-origin', cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    lost();
    throw new Offline(failure.message);
  }
  if (isAway(answer)) {
    lost();
    throw new Offline(`HTTP ${answer.status}`);
  }
  reached();
  return answer;
}

async function content(answer) {
  const text = await answer.text();
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}

async function call(method, path, options) {
  const answer = await send(method, path, options);
  const body = await content(answer);
  if (answer.ok) {
    return Object.defineProperty(body, 'etag', { value: answer.headers.get('ETag') });
  }
  if (answer.status === 401) {
    listeners.forEach((listener) => listener());
  }
  throw new Problem(answer.status, body);
}

// Where a browser finds it by itself, as for a download.
export const address = (path) => BASE + path;

export const get = (path, options) => call('GET', path, options);
export const patch = (path, body, etag) => call('PATCH', path, { body, etag });
export const put = (path, body, etag) => call('PUT', path, { body, etag });
export const remove = (path, etag) => call('DELETE', path, { etag });
// A click that is sent twice does one thing: the key is made with the click.
export const post = (path, body = {}, signal = undefined) => call('POST', path, { body, key: crypto.randomUUID(), signal });

// The next page of a list, and how to get the one behind it.
export async function page(path, { query = {}, cursor, limit = 50, signal } = {}) {
  const parameters = new URLSearchParams({ limit });
  Object.entries(query).filter(([, value]) => value).forEach(([name, value]) => parameters.set(name, value));
  if (cursor) {
    parameters.set('cursor', cursor);
  }
  return get(`${path}?${parameters}`, { signal });
}

// What there is, or nothing where it is not there.
export async function find(path) {
  try {
    return await get(path);
  } catch (problem) {
    if (problem.status === 404) {
      return undefined;
    }
    throw problem;
  }
}
