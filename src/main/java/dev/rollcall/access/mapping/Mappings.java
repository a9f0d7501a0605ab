package dev.rollcall.access.mapping;

import dev.rollcall.access.admin.LastAdmin;
import dev.rollcall.access.catalogue.Choice;
import dev.rollcall.access.catalogue.Choices;
import dev.rollcall.access.catalogue.Roles;
import dev.rollcall.audit.Author;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which roles groups give to whoever is in them, directly or through other groups.
@ApplicationScoped
public class Mappings {
    /// The most of one group.
    public static final int MOST_OF_GROUP = 100;

    /// The most of an organization.
    public static final int MOST = 10_000;

    private final MappingRepository mappings;
    private final MappingRows rows;
    private final MappedGroups groups;
    private final MappingAudit audit;
    private final Choices choices;
    private final Roles roles;
    private final LastAdmin lastAdmin;
    private final Organizations organizations;
    private final UuidV7 identifiers;
    private final Clock clock;

    Mappings(
            MappingRepository mappings,
            MappingRows rows,
            MappedGroups groups,
            MappingAudit audit,
            Choices choices,
            Roles roles,
            LastAdmin lastAdmin,
            Organizations organizations,
            UuidV7 identifiers,
            Clock clock) {
        this.mappings = mappings;
        this.rows = rows;
        this.groups = groups;
        this.audit = audit;
        this.choices = choices;
        this.roles = roles;
        this.lastAdmin = lastAdmin;
        this.organizations = organizations;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Maps a group to a role.
    ///
    /// @param teamId in which team; null for a role of the organization
    /// @throws RefusedException if there is no such organization, no such group, team or role in it, the group is
    ///     mapped to this already, or there are as many mappings as there may be
    @Transacted
    public Mapping add(UUID organizationId, UUID groupId, @Nullable UUID teamId, UUID roleId) {
        organizations.hold(organizationId);
        var group = groups.shared(organizationId, groupId)
                .orElseThrow(() -> RefusedException.invalid(List.of(new RefusedException.Violation(
                        "groupId", "The organization has no group " + groupId + ": choose one of its IdP groups."))));
        var choice = choices.of(organizationId, teamId, roleId);
        requireRoom(organizationId, groupId);
        var mapping = new MappingEntity();
        mapping.id = identifiers.next();
        mapping.organizationId = organizationId;
        mapping.groupId = groupId;
        mapping.scopeId = choice.scopeId();
        mapping.roleId = roleId;
        mapping.madeBy = Author.current().name();
        mapping.created = clock.millis();
        mapping.version = 1;
        requireFree(mapping, choice);
        mappings.persistAndFlush(mapping);
        audit.added(mapping, group.name(), choice);
        return required(organizationId, mapping.id);
    }

    /// The next so many of the organization, in the order of their making.
    ///
    /// @param after the one behind which they begin; null at the beginning
    @Transactional
    public List<Mapping> page(UUID organizationId, MappingFilter filter, @Nullable UUID after, int limit) {
        return rows.page(organizationId, filter, after, limit);
    }

    /// Those of some groups, in the order of their making.
    @Transactional
    public List<Mapping> of(UUID organizationId, Collection<UUID> groups) {
        return groups.isEmpty() ? List.of() : rows.of(organizationId, groups);
    }

    /// The one with this id in the organization.
    ///
    /// @throws RefusedException if there is no such mapping in the organization
    @Transactional
    public Mapping required(UUID organizationId, UUID id) {
        return rows.find(organizationId, id).orElseThrow(() -> missing(id));
    }

    /// Changes what is named in the change, at once, for all members of the group.
    ///
    /// @throws RefusedException if there is no such mapping in the organization, it has changed, there is no such
    ///     team or role, the group is mapped to this already, or nobody active would administer the organization
    @Transacted
    public Mapping change(UUID organizationId, UUID id, Condition condition, MappingChange change) {
        var mapping = held(organizationId, id, condition);
        var before = required(organizationId, id);
        var teamId = change.movesTeam() ? change.teamId() : mapping.teamId();
        var roleId = change.roleId() == null ? mapping.roleId : change.roleId();
        var choice = choices.of(organizationId, teamId, roleId);
        if (choice.scopeId().equals(mapping.scopeId) && roleId.equals(mapping.roleId)) {
            return before;
        }
        requireFree(mapping, choice);
        mapping.scopeId = choice.scopeId();
        mapping.roleId = roleId;
        mapping.version++;
        mappings.flush();
        if (!choice.role().admin()) {
            requireAdminWithout(organizationId, before);
        }
        audit.changed(mapping, before, choice);
        return required(organizationId, id);
    }

    /// Takes the role from all members of the group who have it by nothing else.
    ///
    /// @throws RefusedException if there is no such mapping in the organization, it has changed, or nobody active
    ///     would administer the organization
    @Transacted
    public void remove(UUID organizationId, UUID id, Condition condition) {
        var mapping = held(organizationId, id, condition);
        var before = required(organizationId, id);
        mappings.delete(mapping);
        mappings.flush();
        requireAdminWithout(organizationId, before);
        audit.removed(mapping, before);
    }

    private MappingEntity held(UUID organizationId, UUID id, Condition condition) {
        var mapping = mappings.lock(organizationId, id).orElseThrow(() -> missing(id));
        condition.require(mapping.version);
        return mapping;
    }

    private void requireAdminWithout(UUID organizationId, Mapping before) {
        if (roles.required(organizationId, before.role().id()).admin()) {
            lastAdmin.requireWithoutThat(
                    organizationId,
                    "The mapping of '" + before.group().name() + "' to '"
                            + before.role().name() + "'");
        }
    }

    private void requireRoom(UUID organizationId, UUID groupId) {
        if (mappings.countOf(organizationId, groupId) >= MOST_OF_GROUP) {
            throw RefusedException.limit("The group has " + MOST_OF_GROUP
                    + " mappings, which is the most. Remove one that it does not need, under IdP groups.");
        }
        if (mappings.countOf(organizationId) >= MOST) {
            throw RefusedException.limit("The organization has " + MOST
                    + " mappings, which is the most. Remove one that it does not need, under IdP groups.");
        }
    }

    private void requireFree(MappingEntity mapping, Choice choice) {
        if (mappings.isTaken(mapping, choice.scopeId(), choice.role().id())) {
            throw RefusedException.taken("The group is mapped to " + choice.words() + " already.");
        }
    }

    private static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no mapping " + id + ".");
    }
}
