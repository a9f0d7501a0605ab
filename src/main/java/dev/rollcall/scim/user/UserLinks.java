package dev.rollcall.scim.user;

import dev.rollcall.scim.membership.GroupsOfUsers;
import dev.rollcall.scim.membership.GroupsRelation;
import dev.rollcall.scim.membership.Memberships;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
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

    UserLinks(SchemaRegistry schemas, GroupsOfUsers groupsOfUsers, Memberships memberships, ManagerLinks managers) {
        this.groups = schemas.resourceType("User")
                .flatMap(type -> type.resolve(AttributePath.of("groups")))
                .orElseThrow();
        this.groupsOfUsers = groupsOfUsers;
        this.memberships = memberships;
        this.managers = managers;
    }

    /// Where the attributes live that others say of a user.
    static AttributeBindings.Builder bind(AttributeBindings.Builder bindings) {
        return ManagerLinks.bind(bindings.relation("groups", new GroupsRelation()));
    }

    /// The links that a user has to others.
    ManagerLinks managers() {
        return managers;
    }

    /// The attribute that says in which groups a user is.
    ResolvedAttribute groups() {
        return groups;
    }

    /// The user with this identifier, and the groups that it is in.
    Optional<ScimResource> findWithGroups(
            ResourceType type, String table, UUID organizationId, UUID id, String baseUri) {
        return groupsOfUsers
                .find(type, table, organizationId, id, baseUri)
                .map(found -> with(found.user(), found.groups()));
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
