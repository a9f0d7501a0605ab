package dev.rollcall.activity.run;

import dev.rollcall.activity.summary.Counts;
import dev.rollcall.activity.summary.Summaries;
import dev.rollcall.activity.summary.Summary;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The runs of a connection. What came of one is counted while it lasts, and kept once it is over.
@ApplicationScoped
public class Runs {
    private final Sql sql;
    private final Summaries summaries;
    private final Clock clock;

    Runs(Sql sql, Summaries summaries, Clock clock) {
        this.sql = sql;
        this.summaries = summaries;
        this.clock = clock;
    }

    private record Row(long began, long ended, @Nullable String summary) {}

    /// The next so many, the latest first.
    ///
    /// @param before when the one began behind which they stand; null at the beginning
    public List<Run> page(UUID organizationId, UUID connectionId, @Nullable Instant before, int limit) {
        return rows(organizationId, connectionId, before, limit).stream()
                .map(row -> run(organizationId, connectionId, row))
                .toList();
    }

    /// The times of the last so many, the latest first.
    public List<RunTimes> times(UUID organizationId, UUID connectionId, int limit) {
        return rows(organizationId, connectionId, null, limit).stream()
                .map(row -> new RunTimes(Instant.ofEpochMilli(row.began()), Instant.ofEpochMilli(row.ended())))
                .toList();
    }

    private List<Row> rows(UUID organizationId, UUID connectionId, @Nullable Instant before, int limit) {
        return sql.query(
                SqlText.of(
                        "SELECT began, ended, summary FROM sync_run WHERE organization_id = ? AND connection_id = ?"
                                + " AND began < ? ORDER BY began DESC LIMIT ?",
                        ResourceIds.bytes(organizationId),
                        ResourceIds.bytes(connectionId),
                        before == null ? Long.MAX_VALUE : before.toEpochMilli(),
                        limit),
                row -> new Row(row.getLong(1), row.getLong(2), row.getString(3)));
    }

    private Run run(UUID organizationId, UUID connectionId, Row row) {
        var began = Instant.ofEpochMilli(row.began());
        var ended = Instant.ofEpochMilli(row.ended());
        var isOver = clock.millis() - row.ended() > RunTracker.QUIET.toMillis();
        if (row.summary() != null) {
            return kept(began, ended, new JsonObject(row.summary()));
        }
        var sum = summaries.counted(organizationId, connectionId, began.minus(RunTracker.FIRST_CALL), ended);
        return new Run(began, ended, isOver, sum.users(), sum.groups(), sum.others());
    }

    private static Run kept(Instant began, Instant ended, JsonObject summary) {
        return new Run(
                began,
                ended,
                true,
                counts(summary.getJsonArray("users")),
                counts(summary.getJsonArray("groups")),
                counts(summary.getJsonArray("others")));
    }

    /// What came of runs that are over is kept from now on.
    void close(int most) {
        var over = clock.millis() - RunTracker.QUIET.multipliedBy(2).toMillis();
        var due = sql.query(
                SqlText.of(
                        "SELECT organization_id, connection_id, began, ended FROM sync_run WHERE summary IS NULL"
                                + " AND ended < ? LIMIT ?",
                        over,
                        most),
                row -> new Due(
                        ResourceIds.fromBytes(row.getBytes(1)),
                        ResourceIds.fromBytes(row.getBytes(2)),
                        row.getLong(3),
                        row.getLong(4)));
        for (var run : due) {
            var sum = summaries.counted(
                    run.organizationId(),
                    run.connectionId(),
                    Instant.ofEpochMilli(run.began()).minus(RunTracker.FIRST_CALL),
                    Instant.ofEpochMilli(run.ended()));
            var _ = sql.updateOrGiveWay(SqlText.of(
                    "UPDATE sync_run SET summary = ? WHERE organization_id = ? AND connection_id = ? AND began = ?"
                            + " AND ended = ?",
                    text(sum),
                    ResourceIds.bytes(run.organizationId()),
                    ResourceIds.bytes(run.connectionId()),
                    run.began(),
                    run.ended()));
        }
    }

    private record Due(UUID organizationId, UUID connectionId, long began, long ended) {}

    private static String text(Summary sum) {
        return new JsonObject()
                .put("users", array(sum.users()))
                .put("groups", array(sum.groups()))
                .put("others", array(sum.others()))
                .encode();
    }

    private static JsonArray array(Counts counts) {
        return JsonArray.of(
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.disabled(),
                counts.enabled(),
                counts.deleted(),
                counts.refused(),
                counts.partial());
    }

    private static Counts counts(@Nullable JsonArray kept) {
        return Optional.ofNullable(kept)
                .map(array -> new Counts(
                        array.getLong(0),
                        array.getLong(1),
                        array.getLong(2),
                        array.getLong(3),
                        array.getLong(4),
                        array.getLong(5),
                        array.getLong(6),
                        array.getLong(7)))
                .orElse(Counts.NONE);
    }
}
