// In texts, names of fields stand between asterisks, and what is typed between backquotes.
import { html } from './element.js';

export function marked(text) {
  return text.split(/(\*[^*]+\*|`[^`]+`)/).map((part) => {
    const name = part.slice(1, -1);
    return part.startsWith('*') ? html`<strong>${name}</strong>` : part.startsWith('`') ? html`<code>${name}</code>` : part;
  });
}
