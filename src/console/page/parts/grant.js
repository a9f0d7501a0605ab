// Roles, and choosing one: a role of a team needs a team, one of the organization has none.
import { html, nothing } from './element.js';
import { page } from '../api.js';
import { t } from '../text.js';

export const named = (grant) => html`<bdi>${grant.role.name}</bdi>${grant.team ? html` ${t('in')} <bdi>${grant.team.name}</bdi>` : nothing}`;

// All of a list that is short by its limit.
async function all(path) {
  const items = [];
  let cursor;
  do {
    const read = await page(path, { limit: 200, cursor });
    items.push(...read.items);
    cursor = read.next;
  } while (cursor);
  return items;
}

export const catalogue = async (own) => {
  const [teams, roles] = await Promise.all([all(`${own}/teams`), all(`${own}/roles`)]);
  return { teams, roles };
};

// Two fields, `teamId` and `roleId`; `changed` is told what is chosen.
export function choice({ teams, roles }, changed = () => {}, onlyTeams = false) {
  const tell = (event) => {
    const form = event.target.form;
    const role = roles.find((one) => one.id === form.elements.roleId.value);
    const team = form.elements.teamId;
    team.disabled = role?.scope !== 'team';
    changed(chosen(new FormData(form)));
  };
  const offered = onlyTeams ? roles.filter((role) => role.scope === 'team') : roles;
  return html`
    <div class="choice">
      <div><label class="form-label" for="roleId">${t('role')}</label>
        <select id="roleId" name="roleId" class="form-select" required @change=${tell}>
          <option value="">${t('choose')}</option>
          ${offered.map((role) => html`<option value=${role.id}>${role.name}</option>`)}</select></div>
      <div><label class="form-label" for="teamId">${t('team')}</label>
        <select id="teamId" name="teamId" class="form-select" required @change=${tell}>
          <option value="">${t('choose')}</option>
          ${teams.map((team) => html`<option value=${team.id}>${team.name}</option>`)}</select></div>
    </div>`;
}

// What was chosen, as the service takes it; nothing while something is missing.
export function chosen(form) {
  const roleId = form.get('roleId');
  const teamId = form.get('teamId');
  return roleId && teamId !== '' ? { roleId, ...(teamId ? { teamId } : {}) } : undefined;
}
