// Who is in, for which organization, and what that organization lacks before it can be provisioned.
import { find, get, post, remove } from './api.js';

const LINK = /^#link=([\w-]{20,200})$/;

// A link is used once and leaves neither the address nor the history with its secret.
export function takeLink() {
  const found = LINK.exec(location.hash);
  if (!found) {
    return undefined;
  }
  history.replaceState(null, '', location.pathname);
  return found[1];
}

export async function begin(link) {
  if (link) {
    await post('/sessions', { link });
  }
  return read();
}

export async function read() {
  const me = await get('/me');
  if (!me.organizationId) {
    return { me };
  }
  const own = `/organizations/${me.organizationId}`;
  const [organization, policies, sso, domains] = await Promise.all([
    get(own), get(`${own}/policies`), find(`${own}/sso`), get(`${own}/domains?limit=100`),
  ]);
  return { me, own, organization, policies, sso, domains: domains.items, missing: missing(organization, policies, sso, domains.items) };
}

function missing(organization, policies, sso, domains) {
  if (organization.plan !== 'enterprise') {
    return 'plan';
  }
  if (policies.provisioningWithoutSso) {
    return undefined;
  }
  if (sso?.state !== 'on') {
    return 'sso';
  }
  return domains.some((domain) => domain.state === 'claimed') ? undefined : 'domain';
}

export const end = () => remove('/session');
