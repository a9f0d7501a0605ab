package dev.rollcall.access.admin;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.EventKind;
import dev.rollcall.scim.resource.WriteGuard;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Lets no identity provider take the last active org admin away: disable or delete them, or take the admin role from
/// them by what it does to groups. Whoever cannot be one costs one look-up; who is created or changed costs nothing.
///
/// It comes before the guards that tidy up, which take the mappings of a group that is gone.
@ApplicationScoped
@Priority(100)
class AdminWrites implements WriteGuard {
    private static final String GROUP = "Group";
    private static final String USER = "User";
    private static final int STATUS = 409;

    private static final String ADVICE =
            " Make somebody else admin first: in the administration of this service, under People.";

    private final ActiveAdmins admins;
    private final LastAdmin lastAdmin;

    AdminWrites(ActiveAdmins admins, LastAdmin lastAdmin) {
        this.admins = admins;
        this.lastAdmin = lastAdmin;
    }

    @Override
    public void check(Writer writer, EventKind kind, ScimResource resource) {
        check(writer, kind, resource, List.of());
    }

    @Override
    public void checkDeleted(Writer writer, ScimResource resource, List<ScimResource> changed) {
        var groups = changed.stream()
                .filter(other -> other.type().name().equals(GROUP))
                .map(other -> UUID.fromString(other.id()))
                .toList();
        check(writer, EventKind.DELETED, resource, groups);
    }

    private void check(Writer writer, EventKind kind, ScimResource resource, List<UUID> above) {
        if (writer.members().protectLastAdmin()
                && takes(kind, resource)
                && admins.mayBe(writer.organizationId(), UUID.fromString(resource.id()), above)
                && lastAdmin.isLost(writer.organizationId())) {
            throw ScimException.status(STATUS, sentence(resource));
        }
    }

    private static boolean takes(EventKind kind, ScimResource resource) {
        return switch (resource.type().name()) {
            case USER -> kind == EventKind.DISABLED || (kind == EventKind.DELETED && isActive(resource));
            case GROUP -> kind != EventKind.CREATED;
            default -> false;
        };
    }

    private static boolean isActive(ScimResource user) {
        return !ScimValue.of(false).equals(user.attributes().find("active"));
    }

    private static String sentence(ScimResource resource) {
        if (resource.type().name().equals(GROUP)) {
            return "The last active org admin is one by being in the group " + named(resource, "displayName") + "."
                    + ADVICE;
        }
        return "The user " + named(resource, "userName") + " is the last active org admin." + ADVICE;
    }

    private static String named(ScimResource resource, String attribute) {
        return resource.attributes().find(attribute) instanceof ScimValue.Text(var text)
                ? "'" + ScimException.printable(text) + "'"
                : resource.id();
    }
}
