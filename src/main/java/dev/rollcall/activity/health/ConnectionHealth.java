package dev.rollcall.activity.health;

import dev.rollcall.activity.run.RunTimes;
import dev.rollcall.activity.run.Runs;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How connections do, at most some seconds old.
@ApplicationScoped
public class ConnectionHealth {
    private static final int RUNS = 10;
    private static final int FEWEST_RUNS = 3;
    private static final int LONGER = 3;
    private static final Duration SHORTEST_QUIET = Duration.ofDays(1);
    private static final String COLUMNS = "connection_id, connected, last_success, last_write, product, last_refusal,"
            + " refusal_status, refusal_type, refusal_sentence";

    private final Sql sql;
    private final Runs runs;
    private final Clock clock;

    ConnectionHealth(Sql sql, Runs runs, Clock clock) {
        this.sql = sql;
        this.runs = runs;
        this.clock = clock;
    }

    private record Row(
            UUID connectionId,
            @Nullable Instant connected,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastWrite,
            @Nullable String product,
            Optional<Refusal> refusal) {}

    /// When a connection last succeeded, and when it was last refused.
    public record Last(@Nullable Instant success, @Nullable Instant refusal) {
        /// Never.
        public static final Last NEVER = new Last(null, null);
    }

    /// The last of each of these connections of the organization; of one that was never heard of there is nothing.
    public Map<UUID, Last> last(UUID organizationId, Collection<UUID> connectionIds) {
        var last = new HashMap<UUID, Last>();
        rows(organizationId, connectionIds)
                .forEach(row -> last.put(
                        row.connectionId(),
                        new Last(
                                row.lastSuccess(),
                                row.refusal().map(Refusal::time).orElse(null))));
        return last;
    }

    /// How a connection does.
    public Health of(UUID organizationId, UUID connectionId) {
        var row = rows(organizationId, List.of(connectionId)).stream()
                .findFirst()
                .orElseGet(() -> new Row(connectionId, null, null, null, null, Optional.empty()));
        return new Health(
                state(organizationId, row),
                row.connected(),
                row.lastSuccess(),
                row.refusal(),
                row.product(),
                mistakes(organizationId, row));
    }

    private Health.State state(UUID organizationId, Row row) {
        var lastSuccess = row.lastSuccess();
        if (lastSuccess == null) {
            return Health.State.WAITING;
        }
        var usual = longestPause(runs.times(organizationId, row.connectionId(), RUNS));
        return usual.filter(pause -> lastSuccess.plus(pause).isBefore(clock.instant()))
                .map(_ -> Health.State.QUIET)
                .orElse(Health.State.CONNECTED);
    }

    /// After how long without a call a connection is quiet; empty where nobody knows yet what is usual.
    static Optional<Duration> longestPause(List<RunTimes> latestFirst) {
        if (latestFirst.size() < FEWEST_RUNS) {
            return Optional.empty();
        }
        var longest = SHORTEST_QUIET.dividedBy(LONGER);
        for (var i = 1; i < latestFirst.size(); i++) {
            var pause = Duration.between(
                    latestFirst.get(i).ended(), latestFirst.get(i - 1).began());
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return Optional.of(longest.multipliedBy(LONGER));
    }

    private List<Seen> mistakes(UUID organizationId, Row row) {
        return sql
                .query(
                        SqlText.of(
                                "SELECT mistake, seen FROM connection_mistake WHERE organization_id = ?"
                                        + " AND connection_id = ?",
                                ResourceIds.bytes(organizationId),
                                ResourceIds.bytes(row.connectionId())),
                        ConnectionHealth::seen)
                .stream()
                .flatMap(Optional::stream)
                .filter(seen -> isStillMade(seen, row))
                .sorted(Comparator.comparing(Seen::time).reversed())
                .toList();
    }

    private static Optional<Seen> seen(ResultSet row) throws SQLException {
        var time = time(row, 2);
        return Mistake.named(row.getString(1)).map(mistake -> new Seen(mistake, time));
    }

    private static boolean isStillMade(Seen seen, Row row) {
        var mended = seen.mistake().leavesWithWrite() ? row.lastWrite() : row.lastSuccess();
        return mended == null || mended.isBefore(seen.time());
    }

    private List<Row> rows(UUID organizationId, Collection<UUID> connectionIds) {
        if (connectionIds.isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organizationId));
        connectionIds.forEach(id -> values.add(ResourceIds.bytes(id)));
        return sql.query(
                new SqlText(
                        "SELECT " + COLUMNS + " FROM connection_health WHERE organization_id = ? AND connection_id IN ("
                                + SqlText.placeholders(connectionIds.size()) + ")",
                        values),
                ConnectionHealth::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        var refused = optionalTime(row, 6);
        return new Row(
                ResourceIds.fromBytes(row.getBytes(1)),
                optionalTime(row, 2),
                optionalTime(row, 3),
                optionalTime(row, 4),
                row.getString(5),
                refused == null
                        ? Optional.empty()
                        : Optional.of(new Refusal(refused, row.getInt(7), row.getString(8), row.getString(9))));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static @Nullable Instant optionalTime(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? null : time(row, column);
    }
}
