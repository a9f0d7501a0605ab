package dev.rollcall.scim.values;

import dev.rollcall.digest.Sha256;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.values.UniqueAttributes.Taken;
import dev.rollcall.sql.DatabaseFailure;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the values of unique attributes (RFC 7643 §7): one row each under a unique key, so that of two
/// requests that race for a value one is refused. `server` is within the organization, `global` over all of
/// them.
@ApplicationScoped
class UniqueValues {
    private static final String KEY = "unique_value_taken";
    // A row from a time when the attribute was unique before.
    private static final String ITS_OWN = "PRIMARY";
    private static final UUID EVERYWHERE = new UUID(0, 0);

    private final Sql sql;

    UniqueValues(Sql sql) {
        this.sql = sql;
    }

    /// Brings the rows of `resource` from what they are for `before` (null for a new resource) to what they are
    /// for `after`; within the transaction that writes the resource.
    ///
    /// @throws ScimException 409 `uniqueness` naming the attribute
    void update(UUID organizationId, UniqueAttributes attributes, @Nullable ScimResource before, ScimResource after) {
        var old = before == null ? Set.<Taken>of() : attributes.of(before.attributes());
        var now = attributes.of(after.attributes());
        var resource = UUID.fromString(after.id());
        old.stream().filter(taken -> !now.contains(taken)).forEach(taken -> release(organizationId, resource, taken));
        now.stream().filter(taken -> !old.contains(taken)).forEach(taken -> take(organizationId, resource, taken));
    }

    /// Removes the rows of a resource.
    void remove(UUID organizationId, UUID resourceId) {
        sql.later(SqlText.of(
                "DELETE FROM unique_value WHERE organization_id = ? AND resource_id = ?",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(resourceId)));
    }

    private void release(UUID organizationId, UUID resourceId, Taken taken) {
        sql.update(SqlText.of(
                "DELETE FROM unique_value WHERE organization_id = ? AND resource_id = ? AND attribute = ?"
                        + " AND value_hash = ?",
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(resourceId),
                taken.attribute(),
                Sha256.of(taken.key())));
    }

    private void take(UUID organizationId, UUID resourceId, Taken taken) {
        try {
            sql.update(SqlText.of(
                    "INSERT INTO unique_value (scope, attribute, value_hash, organization_id, resource_id)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    ResourceIds.bytes(taken.everywhere() ? EVERYWHERE : organizationId),
                    taken.attribute(),
                    Sha256.of(taken.key()),
                    ResourceIds.bytes(organizationId),
                    ResourceIds.bytes(resourceId)));
        } catch (DatabaseFailure failure) {
            switch (DatabaseFailure.violatedKey(failure).orElse("")) {
                case KEY -> throw ScimException.uniqueness(taken.path());
                case ITS_OWN -> {}
                default -> throw failure;
            }
        }
    }
}
