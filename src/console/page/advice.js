// What to change, and in which product, so that a call like this one is done the next time.
import { has } from './text.js';

const ATTRIBUTE = /^Attribute '([^']+)'/;

// The beginnings of what the service says. What is mended here names the place.
const SAID = [
  [/plan does not include/, { kind: 'plan' }],
  [/^Single sign-on comes/, { kind: 'sso' }],
  [/^A claimed domain comes/, { kind: 'domain', place: 'access' }],
  [/^Provisioning is paused/, { kind: 'paused', place: 'credentials' }],
  [/^This connection is turned off/, { kind: 'off', place: 'credentials' }],
  [/seats of the organization are taken/, { kind: 'seats', place: 'people' }],
  [/domain policy refuses/, { kind: 'outside', place: 'access', field: 'mapping' }],
  [/last active org admin/, { kind: 'admin', place: 'people' }],
  [/lacks the scope/, { kind: 'scope', place: 'credentials' }],
  [/schemas:core:1\.0|SCIM 1/, { kind: 'version', field: 'version' }],
];

const BY_TYPE = {
  uniqueness: { kind: 'taken', field: 'taken', place: 'people' },
  invalidFilter: { kind: 'filter', field: 'filter' },
  mutability: { kind: 'mutability', field: 'mapping' },
  invalidValue: { kind: 'value', field: 'mapping' },
  invalidPath: { kind: 'value', field: 'mapping' },
  noTarget: { kind: 'value', field: 'mapping' },
  invalidSyntax: { kind: 'syntax', field: 'mapping' },
  tooMany: { kind: 'large' },
};

const BY_STATUS = {
  404: { kind: 'gone', field: 'resync' }, 409: { kind: 'taken', field: 'taken', place: 'people' }, 412: { kind: 'again', field: 'resync' }, 413: { kind: 'large' },
};

function refused(call) {
  const said = SAID.find(([text]) => text.test(call.sentence ?? ''))?.[1];
  if (said) {
    return said;
  }
  if (call.status >= 500) {
    return { kind: 'later', field: 'resync' };
  }
  const found = BY_TYPE[call.scimType] ?? BY_STATUS[call.status] ?? { kind: 'other' };
  return found.kind === 'value' && ATTRIBUTE.exec(call.sentence ?? '')?.[1] === 'userName'
    ? { kind: 'value', field: 'userName' } : found;
}

function done(call) {
  if (call.sentence && !/^forgiven/.test(call.sentence)) {
    return { kind: 'partial', field: 'mapping' };
  }
  return call.tolerances.length ? { kind: 'forgiven' } : undefined;
}

// The keys of what to say: {text, attribute, field, place}; nothing where there is nothing to change.
export function advice(call, provider = 'other') {
  const found = call.result === 'refused' ? refused(call) : done(call);
  if (!found) {
    return undefined;
  }
  const field = found.field && [`advice.${provider}.${found.field}`, `advice.other.${found.field}`].find(has);
  return { text: `advice.${found.kind}`, attribute: ATTRIBUTE.exec(call.sentence ?? '')?.[1], field, place: found.place };
}
