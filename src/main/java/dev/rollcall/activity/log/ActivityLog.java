package dev.rollcall.activity.log;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what calls did, the newest first. Each statement stands alone: nothing of the database is held between them.
@ApplicationScoped
public class ActivityLog {
    /// How many rows a statement looks through for calls that no index finds.
    private static final int LOOKED = 2_000;

    /// How often it looks on before it answers with what it has.
    private static final int LOOKS = 5;

    private final Sql sql;
    private final Names names;

    ActivityLog(Sql sql, Names names) {
        this.sql = sql;
        this.names = names;
    }

    /// The next so many, or fewer where they are rare: then it says behind what to look on.
    ///
    /// @param after behind what they begin; null at the beginning
    public Portion page(LogFilter filter, @Nullable UUID after, int limit) {
        var found = filter.search() == null
                ? List.<String>of()
                : names.beginningWith(filter.organizationId(), filter.search());
        var lanes = Lanes.of(filter, found);
        if (lanes.lanes().isEmpty()) {
            return new Portion(List.of(), null);
        }
        return lanes.rest().isEmpty() ? whole(filter, lanes, after, limit) : looked(filter, lanes, after, limit);
    }

    private Portion whole(LogFilter filter, Lanes lanes, @Nullable UUID after, int limit) {
        var calls = sql.query(LogSql.page(filter, lanes, after, limit + 1, limit + 1), LogSql::call);
        if (calls.size() <= limit) {
            return new Portion(calls, null);
        }
        var page = calls.subList(0, limit);
        return new Portion(page, page.getLast().id());
    }

    private Portion looked(LogFilter filter, Lanes lanes, @Nullable UUID after, int limit) {
        var calls = new ArrayList<LoggedCall>();
        var position = after;
        for (var look = 0; look < LOOKS; look++) {
            var room = limit - calls.size();
            var more = sql.query(LogSql.page(filter, lanes, position, LOOKED, room + 1), LogSql::call);
            if (more.size() > room) {
                calls.addAll(more.subList(0, room));
                return new Portion(calls, calls.getLast().id());
            }
            calls.addAll(more);
            var end = end(filter, lanes, position);
            if (end.isEmpty()) {
                return new Portion(calls, null);
            }
            position = end.get();
        }
        return new Portion(calls, position);
    }

    /// The last that a look has seen; empty where there is nothing behind it.
    private Optional<UUID> end(LogFilter filter, Lanes lanes, @Nullable UUID position) {
        return sql.query(
                        LogSql.end(filter, lanes, position, LOOKED),
                        row -> row.getInt(2) < LOOKED
                                ? Optional.<UUID>empty()
                                : Optional.of(ResourceIds.fromBytes(row.getBytes(1))))
                .getFirst();
    }

    /// One call of the organization.
    public Optional<LoggedCall> find(UUID organizationId, UUID id) {
        return sql
                .query(
                        SqlText.of(
                                "SELECT " + LogSql.COLUMNS
                                        + " FROM provisioning_event e WHERE e.organization_id = ? AND e.id = ?",
                                ResourceIds.bytes(organizationId),
                                ResourceIds.bytes(id)),
                        LogSql::call)
                .stream()
                .findFirst();
    }

    /// What was sent with a refused call, as JSON; empty where it is not, or no more, kept.
    public Optional<String> sent(UUID organizationId, UUID id) {
        return sql
                .query(
                        SqlText.of(
                                "SELECT body FROM refused_body WHERE organization_id = ? AND id = ?",
                                ResourceIds.bytes(organizationId),
                                ResourceIds.bytes(id)),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }
}
