package dev.rollcall.activity.summary;

import dev.rollcall.activity.Result;
import dev.rollcall.activity.log.Times;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sums of what came of calls. Of hours that are over there are sums already, which stay when the calls are removed;
/// the others are counted.
@ApplicationScoped
public class Summaries {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final long DAY_HOURS = TimeUnit.DAYS.toHours(1);

    private static final String SUMMED = "SELECT hour, resource_type, kind, SUM(calls), SUM(partial) FROM activity_hour"
            + " WHERE organization_id = ? AND hour >= ? AND hour < ?";
    // All of it is in the index.
    private static final String OPEN =
            "SELECT IFNULL(resource_type, ''), kind, SUM(NOT extent <=> 2), SUM(extent <=> 1)"
                    + " FROM provisioning_event FORCE INDEX (provisioning_event_connection)"
                    + " WHERE organization_id = ? AND id >= ? AND id < ?";
    private static final String READ =
            "SELECT hour, status, SUM(calls) FROM read_count WHERE organization_id = ? AND hour >= ? AND hour < ?";

    private final Sql sql;

    Summaries(Sql sql) {
        this.sql = sql;
    }

    /// What came of calls in whole hours: those in which `since` is, and the last moment before `until`.
    ///
    /// @param connectionId of all connections of the organization where it is null
    public Summary of(UUID organizationId, @Nullable UUID connectionId, Instant since, Instant until) {
        var first = Math.floorDiv(since.toEpochMilli(), HOUR);
        var end = Math.max(first, Math.ceilDiv(until.toEpochMilli(), HOUR));
        return hours(organizationId, connectionId, first, end, end - Math.min(first, end) + 1)
                .getFirst();
    }

    /// What came of calls on each of the days in UTC up to the one that this time is in, the first of them first.
    public List<Summary> days(UUID organizationId, @Nullable UUID connectionId, Instant now, int days) {
        var today = now.truncatedTo(ChronoUnit.DAYS);
        var first = Math.floorDiv(today.minus(Duration.ofDays(days - 1L)).toEpochMilli(), HOUR);
        return hours(organizationId, connectionId, first, first + days * DAY_HOURS, DAY_HOURS);
    }

    /// What came of calls from one moment to another, counted.
    public Summary counted(UUID organizationId, UUID connectionId, Instant since, Instant until) {
        var parts = new Parts(
                Math.floorDiv(since.toEpochMilli(), HOUR),
                Math.ceilDiv(until.toEpochMilli() + 1, HOUR),
                Long.MAX_VALUE);
        count(parts, organizationId, connectionId, since.toEpochMilli(), until.toEpochMilli() + 1);
        var sum = parts.summaries.getFirst();
        return new Summary(since, until, sum.users(), sum.groups(), sum.others(), sum.reads());
    }

    /// Sums for each so many hours from the first on.
    private List<Summary> hours(UUID organizationId, @Nullable UUID connectionId, long first, long end, long step) {
        var parts = new Parts(first, end, step);
        var closed = closed();
        sum(parts, organizationId, connectionId, Math.min(end, closed + 1));
        // An open hour for itself, since parts begin anywhere.
        for (var begin = Math.max(first, closed + 1); begin < end; begin = parts.endOfPart(begin)) {
            var partEnd = parts.endOfPart(begin);
            count(parts, organizationId, connectionId, begin * HOUR, partEnd * HOUR);
        }
        read(parts, organizationId, connectionId);
        return List.copyOf(parts.summaries);
    }

    private long closed() {
        return sql.query(SqlText.of("SELECT hour FROM activity_progress"), row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(-1L);
    }

    private void sum(Parts parts, UUID organizationId, @Nullable UUID connectionId, long end) {
        if (end <= parts.first) {
            return;
        }
        var query = of(connectionId, SqlText.of(SUMMED, ResourceIds.bytes(organizationId), parts.first, end))
                .followedBy(" GROUP BY hour, resource_type, kind");
        var _ = sql.query(query, row -> {
            parts.add(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
            return true;
        });
    }

    private void count(Parts parts, UUID organizationId, @Nullable UUID connectionId, long since, long until) {
        var query = of(
                        connectionId,
                        SqlText.of(OPEN, ResourceIds.bytes(organizationId), Times.first(since), Times.first(until)))
                .followedBy(" GROUP BY resource_type, kind");
        var _ = sql.query(query, row -> counted(parts, since, row));
    }

    private static boolean counted(Parts parts, long since, ResultSet row) throws SQLException {
        parts.add(Math.floorDiv(since, HOUR), row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
        return true;
    }

    private void read(Parts parts, UUID organizationId, @Nullable UUID connectionId) {
        var query = of(connectionId, SqlText.of(READ, ResourceIds.bytes(organizationId), parts.first, parts.end))
                .followedBy(" GROUP BY hour, status");
        var _ = sql.query(query, row -> {
            parts.addReads(row.getLong(1), row.getInt(2), row.getLong(3));
            return true;
        });
    }

    private static SqlText of(@Nullable UUID connectionId, SqlText query) {
        return connectionId == null
                ? query
                : query.followedBy(SqlText.of(" AND connection_id = ?", (Object) ResourceIds.bytes(connectionId)));
    }

    /// The hours from the first to the end, in parts of so many.
    private static final class Parts {
        private final long first;
        private final long end;
        private final long step;
        private final List<Summary> summaries = new ArrayList<>();

        private Parts(long first, long end, long step) {
            this.first = first;
            this.end = end;
            this.step = step;
            var begin = first;
            do {
                var partEnd = endOfPart(begin);
                summaries.add(Summary.none(Instant.ofEpochMilli(begin * HOUR), Instant.ofEpochMilli(partEnd * HOUR)));
                begin = partEnd;
            } while (begin < end);
        }

        private long endOfPart(long hour) {
            return step >= end - first ? end : first + ((hour - first) / step + 1) * step;
        }

        private int place(long hour) {
            return step >= end - first ? 0 : (int) ((hour - first) / step);
        }

        private void add(long hour, String type, String kind, long calls, long partial) {
            Result.of(kind).ifPresent(result -> {
                var place = place(hour);
                summaries.set(place, summaries.get(place).plus(type, Counts.of(result, calls, partial)));
            });
        }

        private void addReads(long hour, int status, long calls) {
            var place = place(hour);
            summaries.set(place, summaries.get(place).plusReads(status, calls));
        }
    }
}
