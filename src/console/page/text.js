// The words of the page, in the language of whoever reads it.
import en from './texts/en.js';

const languages = { en: async () => ({ default: en }), de: () => import('./texts/de.js') };
let words = en;
let language = 'en';
let locale = 'en';

export async function chooseLanguage(wanted = navigator.languages ?? [navigator.language]) {
  const base = (tag) => tag.toLowerCase().split('-')[0];
  const found = wanted.find((tag) => base(tag) in languages) ?? 'en';
  words = (await languages[base(found)]()).default;
  language = base(found);
  locale = found;
  document.documentElement.lang = language;
  document.title = t('title');
}

// A text with its values. A text may be a function of them, where a number decides about its form.
export function t(key, values = {}) {
  const text = words[key] ?? en[key] ?? key;
  return typeof text === 'function' ? text(values) : text.replace(/\{(\w+)\}/g, (_, name) => apart(values[name] ?? ''));
}

// A name that is written, or pretends to be, from right to left leaves the text around it alone.
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
const apart = (value) => (TURNING.test(value) ? `\u2068${String(value).replaceAll('\u2069', '')}\u2069` : value);

export const has = (key) => key in words || key in en;

export const number = (value) => new Intl.NumberFormat(locale).format(value);

export const exact = (time) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(time));

export function moment(time, now = Date.now()) {
  const then = new Date(time);
  const sameDay = then.toDateString() === new Date(now).toDateString();
  const sameYear = then.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, sameDay
    ? { hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }), hour: '2-digit', minute: '2-digit' })
    .format(then);
}

export const day = (time) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(time));
