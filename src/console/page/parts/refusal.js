// What the service does not take of a form, said at the field that it is about.
import { Problem } from '../api.js';

// Marks the fields, and goes to the first of them. Whether all that is refused is said so.
export function refuse(form, failure) {
  accept(form);
  const fields = failure instanceof Problem
    ? failure.errors.map((error) => [form.elements[error.field?.split(/[.[]/)[0]], error.detail]).filter(([field]) => field instanceof HTMLElement)
    : [];
  for (const [field, text] of fields) {
    const said = document.createElement('p');
    said.className = 'field-refused';
    said.id = `refused-${field.id}`;
    said.textContent = text;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-errormessage', said.id);
    field.setAttribute('aria-describedby', said.id);
    field.after(said);
    field.addEventListener('input', () => accept(form), { once: true });
  }
  fields[0]?.[0].focus();
  return fields.length > 0 && fields.length === failure.errors.length;
}

// Takes the marks away.
export function accept(form) {
  form.querySelectorAll('.field-refused').forEach((said) => said.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => ['aria-invalid', 'aria-errormessage', 'aria-describedby'].forEach((name) => field.removeAttribute(name)));
}
