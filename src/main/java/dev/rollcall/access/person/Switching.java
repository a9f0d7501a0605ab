package dev.rollcall.access.person;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.connection.Connections;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The steps of a takeover, each a transaction of its own.
@ApplicationScoped
class Switching {
    private static final String LAST =
            "SELECT GREATEST(?, COALESCE((SELECT MAX(last_modified) FROM scim_user WHERE organization_id = ?), 0),"
                    + " COALESCE((SELECT MAX(last_modified) FROM scim_group WHERE organization_id = ?), 0))";

    private final Connections connections;
    private final Sql sql;
    private final Audit audit;
    private final Clock clock;

    Switching(Connections connections, Sql sql, Audit audit, Clock clock) {
        this.connections = connections;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    private record State(@Nullable Long switched, @Nullable UUID to) {}

    /// Notes that the connection's identity provider takes over. Noted again, it stays so.
    ///
    /// @return since when, in milliseconds
    /// @throws dev.rollcall.refusal.RefusedException if there is no such connection in the organization
    @Transacted
    long begin(UUID organizationId, UUID connectionId) {
        var connection = connections.required(organizationId, connectionId);
        var organization = ResourceIds.bytes(organizationId);
        var state = sql.query(
                        SqlText.of("SELECT switched, switched_to FROM organization WHERE id = ? FOR UPDATE", (Object)
                                organization),
                        row -> {
                            var to = row.getBytes(2);
                            return new State((Long) row.getObject(1), to == null ? null : ResourceIds.fromBytes(to));
                        })
                .getFirst();
        var switched = state.switched();
        if (switched != null && connectionId.equals(state.to())) {
            return switched;
        }
        long now = sql.query(SqlText.of(LAST, clock.millis(), organization, organization), row -> row.getLong(1))
                .getFirst();
        sql.update(SqlText.of(
                "UPDATE organization SET switched = ?, switched_to = ? WHERE id = ?",
                now,
                ResourceIds.bytes(connectionId),
                organization));
        audit.note(new Change(
                organizationId,
                "connection.taken-over",
                connectionId.toString(),
                connection.name(),
                Map.of(),
                Map.of("switched", now)));
        return now;
    }

    /// Takes the external ids of the next slice of rows, of those that have not changed since.
    ///
    /// @param table where they are
    /// @param after the one behind which they begin
    /// @return the last of the slice and how many had one; null where there is none behind
    @Transacted
    @Nullable
    Slice forget(String table, UUID organizationId, UUID after, long switched, int size) {
        var ids = sql.query(
                SqlText.of(
                        "SELECT id FROM " + table + " WHERE organization_id = ? AND id > ? ORDER BY id LIMIT ?",
                        ResourceIds.bytes(organizationId),
                        ResourceIds.bytes(after),
                        size),
                row -> ResourceIds.fromBytes(row.getBytes(1)));
        if (ids.isEmpty()) {
            return null;
        }
        var forgotten = sql.update(SqlText.of(
                "UPDATE " + table + " SET external_id = NULL, version = version + 1, last_modified = ?,"
                        + " document = JSON_REMOVE(document, '$.externalId'),"
                        + " search_document = JSON_REMOVE(search_document, '$.externalId')"
                        + " WHERE organization_id = ? AND id > ? AND id <= ? AND last_modified <= ?"
                        + " AND (external_id IS NOT NULL OR JSON_EXISTS(document, '$.externalId'))",
                switched,
                ResourceIds.bytes(organizationId),
                ResourceIds.bytes(after),
                ResourceIds.bytes(ids.getLast()),
                switched));
        return new Slice(ids.getLast(), forgotten);
    }

    record Slice(UUID last, int forgotten) {}
}
