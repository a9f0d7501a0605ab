package dev.rollcall.scim.user;

import dev.rollcall.scim.membership.GroupsOfUsers;
import dev.rollcall.scim.membership.GroupsRelation;
import dev.rollcall.scim.membership.Memberships;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.Derivation;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceRows.Beside;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// What other resources say of a user: the groups that the user is in (RFC 7643 §4.1.2), and the manager.
@ApplicationScoped
class UserLinks {
    private final ResolvedAttribute groups;
    private final GroupsOfUsers groupsOfUsers;
    private final Memberships memberships;
    private final ManagerLinks managers;
    private final ResourceRows rows;
    private final Beside<Derivation> beside;

    UserLinks(
            SchemaRegistry schemas,
            GroupsOfUsers groupsOfUsers,
            Memberships memberships,
            ManagerLinks managers,
            ResourceRows rows) {
        this.groups = schemas.resourceType("User")
                .flatMap(type -> type.resolve(AttributePath.of("groups")))
                .orElseThrow();
        this.groupsOfUsers = groupsOfUsers;
        this.memberships = memberships;
        this.managers = managers;
        this.rows = rows;
        this.beside =
                new Beside<>(GroupsOfUsers.DIRECT + ", " + ManagerLinks.COLUMNS, ManagerLinks.JOINED, this::derivation);
    }

    /// Where the attributes live that others say of a user.
    static AttributeBindings.Builder bind(AttributeBindings.Builder bindings) {
        return ManagerLinks.bind(bindings.relation("groups", new GroupsRelation()));
    }

    /// The links that a user has to others.
    ManagerLinks managers() {
        return managers;
    }

    /// Whether an answer has anything that others say of a user.
    boolean areWanted(Predicate<ResolvedAttribute> wanted) {
        return wanted.test(groups) || managers.isWanted(wanted);
    }

    /// What the row of a user says of its links: the groups that it is in itself, and who its manager is. Nothing more
    /// is asked, as long as its groups are remembered.
    Beside<Derivation> beside() {
        return beside;
    }

    private Derivation derivation(ResultSet row) throws SQLException {
        var direct = GroupsOfUsers.direct(row, Beside.FIRST);
        var manager = ManagerLinks.manager(row, Beside.FIRST + 2);
        return (organizationId, user, wanted, baseUri) -> {
            var managed = managers.shown(user, manager, wanted, baseUri);
            return wanted.test(groups)
                    ? with(managed, groupsOfUsers.of(organizationId, UUID.fromString(user.id()), direct, baseUri))
                    : managed;
        };
    }

    /// The user with this identifier, with what others say of it.
    Optional<ScimResource> find(
            ResourceTable table, UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return rows.find(table, organizationId, id, beside)
                .map(found -> found.beside().of(organizationId, found.resource(), wanted, baseUri));
    }

    /// The users with what others say of them; of a page one statement for each attribute that is wanted.
    List<ScimResource> shown(
            UUID organizationId, List<ScimResource> users, Predicate<ResolvedAttribute> wanted, String baseUri) {
        var withManagers = managers.shown(organizationId, users, wanted, baseUri);
        if (users.isEmpty() || !wanted.test(groups)) {
            return withManagers;
        }
        var ids = users.stream().map(user -> UUID.fromString(user.id())).toList();
        var found = groupsOfUsers.of(organizationId, ids, baseUri);
        return withManagers.stream()
                .map(user -> with(user, found.getOrDefault(UUID.fromString(user.id()), List.of())))
                .toList();
    }

    private ScimResource with(ScimResource user, List<ScimValue> found) {
        return user.with(user.attributes().with(groups, new ScimValue.MultiValued(found)));
    }

    /// Takes a user who is gone out of every group.
    ///
    /// @return the groups as they are now
    List<ScimResource> leaveGroups(UUID organizationId, UUID user) {
        return memberships.end(organizationId, user);
    }
}
