package dev.rollcall.activity.log;

import dev.rollcall.activity.Result;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statements of the log. What a page looks through is found in an index alone; rows are read behind that.
final class LogSql {
    static final String COLUMNS = "e.id, e.occurred, e.connection_id, e.credential_id, e.request_id, e.method, e.path,"
            + " e.product, e.resource_type, e.resource_id, e.resource_name, e.kind, e.status, e.scim_type, e.detail,"
            + " e.changed, e.members_added, e.members_removed, e.tolerances, e.duration";

    private LogSql() {}

    /// The calls among the next so many of the lanes.
    static SqlText page(LogFilter filter, Lanes lanes, @Nullable UUID after, int looked, int limit) {
        var page = window(filter, lanes, after, looked)
                .within("SELECT STRAIGHT_JOIN " + COLUMNS + " FROM (", ") w JOIN provisioning_event e ON e.id = w.id");
        if (!lanes.rest().isEmpty()) {
            page = page.followedBy(SqlText.joined(" AND ", lanes.rest()).within(" WHERE ", ""));
        }
        return page.followedBy(SqlText.of(" ORDER BY w.id DESC LIMIT ?", limit));
    }

    /// The last of the next so many of the lanes, and how many there are.
    static SqlText end(LogFilter filter, Lanes lanes, @Nullable UUID after, int looked) {
        return window(filter, lanes, after, looked).within("SELECT MIN(w.id), COUNT(*) FROM (", ") w");
    }

    private static SqlText window(LogFilter filter, Lanes lanes, @Nullable UUID after, int looked) {
        var each = lanes.lanes().stream()
                .map(lane -> lane(filter, lanes.index(), lane, after, looked))
                .toList();
        return each.size() == 1
                ? each.getFirst()
                : SqlText.joined(
                                " UNION ALL ",
                                each.stream().map(lane -> lane.within("(", ")")).toList())
                        .within("SELECT id FROM ", " u")
                        .followedBy(SqlText.of(" ORDER BY id DESC LIMIT ?", looked));
    }

    private static SqlText lane(LogFilter filter, String index, SqlText lane, @Nullable UUID after, int looked) {
        var all = new ArrayList<SqlText>();
        all.add(SqlText.of("organization_id = ?", (Object) ResourceIds.bytes(filter.organizationId())));
        all.add(lane);
        if (after != null) {
            all.add(SqlText.of("id < ?", (Object) ResourceIds.bytes(after)));
        }
        if (filter.since() != null) {
            all.add(SqlText.of("id >= ?", (Object) Times.first(filter.since().toEpochMilli())));
        }
        if (filter.until() != null) {
            all.add(SqlText.of("id < ?", (Object) Times.first(filter.until().toEpochMilli())));
        }
        return SqlText.joined(" AND ", all)
                .within("SELECT id FROM provisioning_event FORCE INDEX (" + index + ") WHERE ", "")
                .followedBy(SqlText.of(" ORDER BY id DESC LIMIT ?", looked));
    }

    static LoggedCall call(ResultSet row) throws SQLException {
        return new LoggedCall(
                ResourceIds.fromBytes(row.getBytes(1)),
                Instant.ofEpochMilli(row.getLong(2)),
                id(row, 3),
                id(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                id(row, 10),
                row.getString(11),
                Result.of(row.getString(12)).orElseThrow(),
                row.getObject(13) == null ? null : Integer.valueOf(row.getInt(13)),
                row.getString(14),
                row.getString(15),
                list(row.getString(16), "\n"),
                row.getLong(17),
                row.getLong(18),
                list(row.getString(19), ","),
                row.getObject(20) == null ? null : Long.valueOf(row.getLong(20)));
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : ResourceIds.fromBytes(bytes);
    }

    private static List<String> list(@Nullable String text, String separator) {
        return text == null ? List.of() : List.of(text.split(separator));
    }
}
