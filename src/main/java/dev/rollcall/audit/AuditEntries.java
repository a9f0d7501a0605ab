package dev.rollcall.audit;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the audit.
@ApplicationScoped
public class AuditEntries {
    // An identifier begins with the time at which it was made, on the replica that made it.
    private static final Duration IDENTIFIERS_MAY_BE_OFF = Duration.ofMinutes(1);
    private static final int RANDOM_BITS = 16;

    private final Sql sql;

    AuditEntries(Sql sql) {
        this.sql = sql;
    }

    /// The next so many, the newest first.
    ///
    /// @param after the entry behind which they begin; null at the beginning
    public List<AuditEntry> page(AuditFilter filter, @Nullable UUID after, int limit) {
        var query = SqlText.of(
                        "SELECT id, organization_id, occurred, author_kind, author_id, author_name, address, request_id,"
                                + " action, subject_id, subject_name, value_before, value_after FROM audit_entry WHERE ")
                .followedBy(condition(filter, after))
                .followedBy(SqlText.of(" ORDER BY id DESC LIMIT ?", limit));
        return sql.query(query, AuditEntries::entry);
    }

    private static SqlText condition(AuditFilter filter, @Nullable UUID after) {
        var all = new ArrayList<SqlText>(List.of(SqlText.TRUE));
        if (filter.organizationId() != null) {
            all.add(SqlText.of("organization_id = ?", (Object) ResourceIds.bytes(filter.organizationId())));
        }
        if (after != null) {
            all.add(SqlText.of("id < ?", (Object) ResourceIds.bytes(after)));
        }
        if (filter.from() != null) {
            var from = filter.from().toEpochMilli();
            all.add(SqlText.of("id >= ? AND occurred >= ?", first(from - IDENTIFIERS_MAY_BE_OFF.toMillis()), from));
        }
        if (filter.until() != null) {
            var until = filter.until().toEpochMilli();
            all.add(SqlText.of("id < ? AND occurred < ?", first(until + IDENTIFIERS_MAY_BE_OFF.toMillis()), until));
        }
        equal("author_name", filter.author(), all);
        equal("action", filter.action(), all);
        equal("subject_id", filter.subject(), all);
        return SqlText.joined(" AND ", all);
    }

    private static void equal(String column, @Nullable String value, List<SqlText> all) {
        if (value != null) {
            all.add(SqlText.of(column + " = ?", value));
        }
    }

    /// The bytes of the least identifier of a time.
    private static byte[] first(long millis) {
        return ResourceIds.bytes(new UUID(Math.max(0, millis) << RANDOM_BITS, 0));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var organization = row.getBytes("organization_id");
        var organizationId = organization == null ? null : ResourceIds.fromBytes(organization);
        return new AuditEntry(
                ResourceIds.fromBytes(row.getBytes("id")),
                organizationId,
                Instant.ofEpochMilli(row.getLong("occurred")),
                new Author(
                        Author.Kind.valueOf(row.getString("author_kind")),
                        row.getString("author_id"),
                        row.getString("author_name"),
                        row.getString("address"),
                        row.getString("request_id")),
                new Change(
                        organizationId,
                        row.getString("action"),
                        row.getString("subject_id"),
                        row.getString("subject_name"),
                        new JsonObject(row.getString("value_before")).getMap(),
                        new JsonObject(row.getString("value_after")).getMap()));
    }
}
