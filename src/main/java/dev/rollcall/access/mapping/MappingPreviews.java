package dev.rollcall.access.mapping;

import dev.rollcall.access.grant.Admins;
import dev.rollcall.access.grant.EffectiveGrants;
import dev.rollcall.access.grant.Grant;
import dev.rollcall.access.grant.GrantChanges;
import dev.rollcall.access.grant.MappingChange;
import dev.rollcall.access.grant.Population;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Policies;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Says what a change of mappings would do before it is made. It reads one state of the database, however its groups
/// are
/// changed meanwhile, by as many statements for a group of ten as for one of a hundred thousand.
@ApplicationScoped
public class MappingPreviews {
    private static final String REFUSAL =
            "Nobody would administer the organization any more: give somebody the admin role"
                    + " first, under People, or by another group.";

    private final Sql sql;
    private final EffectiveGrants grants;
    private final OrganizationPolicies policies;

    MappingPreviews(Sql sql, EffectiveGrants grants, OrganizationPolicies policies) {
        this.sql = sql;
        this.grants = grants;
        this.policies = policies;
    }

    /// What adding and removing these mappings at once would do. Outside of transactions only.
    ///
    /// @param remove the ids of mappings
    /// @throws RefusedException that names each field with what the organization does not have
    @Transactional(Transactional.TxType.NEVER)
    public MappingPreview preview(UUID organizationId, List<PlannedMapping> add, List<UUID> remove) {
        var isProtected = policies.find(organizationId)
                .map(Policies::members)
                .map(MemberPolicies::protectLastAdmin)
                .orElse(false);
        var preview = new AtomicReference<MappingPreview>();
        try {
            sql.snapshot(database -> preview.set(preview(database, organizationId, add, remove, isProtected)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return preview.get();
    }

    private MappingPreview preview(
            Sql.Snapshot database,
            UUID organizationId,
            List<PlannedMapping> add,
            List<UUID> remove,
            boolean isProtected) {
        var plan = PlanCheck.read(database, organizationId, add, remove);
        var change = plan.change(add, remove);
        if (plan.groups().isEmpty()) {
            return new MappingPreview(0, List.of(), List.of(), List.of(), List.of(), false, null);
        }
        var changes = GrantChanges.of(database, organizationId, new Population.Within(plan.groups()), change);
        var lastAdminGoes = Admins.wouldGo(database, organizationId, change);
        var gained = new ArrayList<MappingPreview.Counted>();
        var lost = new ArrayList<MappingPreview.Counted>();
        var changed = new ArrayList<MappingPreview.Changed>();
        for (var move : changes.moves()) {
            var team = plan.isOrganization(move.scopeId()) ? null : plan.team(move.scopeId());
            if (move.from() != null && move.to() != null && team != null) {
                changed.add(
                        new MappingPreview.Changed(team, plan.role(move.from()), plan.role(move.to()), move.people()));
            } else if (move.to() != null) {
                gained.add(new MappingPreview.Counted(team, plan.role(move.to()), move.people()));
            } else if (move.from() != null) {
                lost.add(new MappingPreview.Counted(team, plan.role(move.from()), move.people()));
            }
        }
        return new MappingPreview(
                changes.people(),
                gained,
                lost,
                changed,
                people(database, organizationId, changes.first(), change),
                lastAdminGoes,
                lastAdminGoes && isProtected ? REFUSAL : null);
    }

    private List<MappingPreview.Affected> people(
            Sql.Snapshot database, UUID organizationId, List<UUID> ids, MappingChange change) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var listed = new Population.Listed(ids);
        var before = grants.of(database, organizationId, listed, MappingChange.NONE);
        var after = grants.of(database, organizationId, listed, change);
        var names = names(database, organizationId, ids);
        return ids.stream()
                .map(id -> new MappingPreview.Affected(
                        id,
                        names.getOrDefault(id, ""),
                        before.getOrDefault(id, List.<Grant>of()),
                        after.getOrDefault(id, List.<Grant>of())))
                .toList();
    }

    private static Map<UUID, String> names(Sql.Snapshot database, UUID organizationId, List<UUID> ids) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        ids.forEach(id -> values.add(ResourceIds.bytes(id)));
        var names = new HashMap<UUID, String>();
        database.query(
                new SqlText(
                        "SELECT id, user_name FROM scim_user WHERE organization_id = ? AND id IN ("
                                + SqlText.placeholders(ids.size()) + ")",
                        values),
                row -> names.put(ResourceIds.fromBytes(row.getBytes(1)), row.getString(2)));
        return names;
    }
}
