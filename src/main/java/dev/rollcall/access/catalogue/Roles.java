package dev.rollcall.access.catalogue;

import dev.rollcall.access.admin.LastAdmin;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The roles of organizations.
@ApplicationScoped
public class Roles {
    /// The most that an organization has.
    public static final int MOST = 200;

    private final RoleRepository roles;
    private final Uses uses;
    private final LastAdmin lastAdmin;
    private final Organizations organizations;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    Roles(
            RoleRepository roles,
            Uses uses,
            LastAdmin lastAdmin,
            Organizations organizations,
            Audit audit,
            UuidV7 identifiers,
            Clock clock) {
        this.roles = roles;
        this.uses = uses;
        this.lastAdmin = lastAdmin;
        this.organizations = organizations;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds a role.
    ///
    /// @throws RefusedException if there is no such organization, it has the most that it may have, the name is
    ///     taken in it or is none, or a role of teams is to be one of admins
    @Transacted
    public Role add(UUID organizationId, NewRole wanted) {
        organizations.hold(organizationId);
        if (roles.countOf(organizationId) >= MOST) {
            throw RefusedException.limit(
                    "The organization has " + MOST + " roles, which is the most. Remove one that it does not need.");
        }
        var role = new RoleEntity();
        role.id = identifiers.next();
        role.organizationId = organizationId;
        role.name = Names.checked("a role", wanted.name());
        role.scope = wanted.scope();
        role.rank = wanted.rank();
        role.admin = wanted.admin();
        role.created = clock.millis();
        role.version = 1;
        requireOfTheOrganization(role);
        requireFree(organizationId, role.name);
        roles.persistAndFlush(role);
        audit.note(change("role.added", role, Map.of(), fields(role)));
        return role.toRole();
    }

    /// The next so many of the organization, by name.
    ///
    /// @param afterName of the one behind which they begin; empty at the beginning
    @Transactional
    public List<Role> page(UUID organizationId, String afterName, int limit) {
        return roles.page(organizationId, afterName, limit).stream()
                .map(RoleEntity::toRole)
                .toList();
    }

    /// The one with this id in the organization.
    @Transactional
    public Optional<Role> find(UUID organizationId, UUID id) {
        return roles.find(organizationId, id).map(RoleEntity::toRole);
    }

    /// The one with this id in the organization.
    ///
    /// @throws RefusedException if there is no such role in the organization
    @Transactional
    public Role required(UUID organizationId, UUID id) {
        return find(organizationId, id).orElseThrow(() -> missing(id));
    }

    /// The one with this id in the organization, which nobody changes or removes until the running transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Role> shared(UUID organizationId, UUID id) {
        return roles.lock(organizationId, id, LockModeType.PESSIMISTIC_READ).map(RoleEntity::toRole);
    }

    /// Changes what is named in the change, at once: whoever has the role has it as it is now.
    ///
    /// @throws RefusedException if there is no such role in the organization, it has changed, the name is taken in
    ///     it or is none, a role of teams is to be one of admins, it is in use and would count elsewhere, or
    ///     nobody active would administer the organization
    @Transacted
    public Role change(UUID organizationId, UUID id, Condition condition, RoleChange change) {
        var role = held(organizationId, id, condition);
        var before = role.toRole();
        var beforeFields = fields(role);
        if (change.name() != null) {
            rename(role, Names.checked("a role", change.name()));
        }
        role.scope = Objects.requireNonNullElse(change.scope(), before.scope());
        role.rank = Objects.requireNonNullElse(change.rank(), before.rank());
        role.admin = Objects.requireNonNullElse(change.admin(), before.admin());
        requireOfTheOrganization(role);
        if (role.toRole().equals(before)) {
            return before;
        }
        if (role.scope != before.scope()) {
            uses.requireNoneOfRole(organizationId, id);
        }
        role.version++;
        roles.flush();
        if (before.admin() && !role.admin) {
            lastAdmin.requireWithoutThat(organizationId, "The role '" + before.name() + "'");
        }
        audit.note(change("role.changed", role, beforeFields, fields(role)));
        return role.toRole();
    }

    /// Removes a role that nobody is given.
    ///
    /// @throws RefusedException if there is no such role in the organization, it has changed, or it is in use
    @Transacted
    public void remove(UUID organizationId, UUID id, Condition condition) {
        var role = held(organizationId, id, condition);
        uses.requireNoneOfRole(organizationId, id);
        roles.delete(role);
        roles.flush();
        audit.note(change("role.removed", role, fields(role), Map.of()));
    }

    private RoleEntity held(UUID organizationId, UUID id, Condition condition) {
        var role =
                roles.lock(organizationId, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
        condition.require(role.version);
        return role;
    }

    private void rename(RoleEntity role, String name) {
        if (!role.name.equals(name)) {
            requireFree(role.organizationId, name);
            role.name = name;
        }
    }

    private void requireFree(UUID organizationId, String name) {
        if (roles.isTaken(organizationId, name)) {
            throw RefusedException.taken("The organization already has a role '" + name + "'. Choose another name.");
        }
    }

    private static void requireOfTheOrganization(RoleEntity role) {
        if (role.admin && role.scope == RoleScope.TEAM) {
            throw RefusedException.invalid(
                    List.of(
                            new RefusedException.Violation(
                                    "admin",
                                    "'admin' is only for roles of the organization: make the scope 'organization', or 'admin' false.")));
        }
    }

    private static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no role " + id + ".");
    }

    private static Change change(String action, RoleEntity role, Map<String, ?> before, Map<String, ?> after) {
        return new Change(role.organizationId, action, role.id.toString(), role.name, before, after);
    }

    private static Map<String, ?> fields(RoleEntity role) {
        return Map.of("name", role.name, "scope", role.scope, "rank", role.rank, "admin", role.admin);
    }
}
