package dev.rollcall.scim.search;

import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.search.Cursor.Walk;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Where walks by index have come to, for all replicas: behind which resource the page at an index begins. A mark lives
/// as long as a cursor; the walk that came there last counts.
@ApplicationScoped
class PageMarks {
    private static final int SLICE = 1_000;

    // A walk that goes over the same resources once more finds its marks as they shall be, and writes nothing.
    private static final Duration ROUNDED = Duration.ofMinutes(5);

    private final Sql sql;
    private final PaginationConfig pagination;
    private final Clock clock;

    PageMarks(Sql sql, PaginationConfig pagination, Clock clock) {
        this.sql = sql;
        this.pagination = pagination;
        this.clock = clock;
    }

    /// Behind what the page at this index begins; empty where no walk has come there.
    Optional<Position> find(Walk walk, long startIndex) {
        return sql
                .query(
                        SqlText.of(
                                "SELECT sort_key, resource_id FROM page_mark"
                                        + " WHERE organization_id = ? AND walk = ? AND start_index = ? AND made >= ?",
                                ResourceIds.bytes(walk.organizationId()),
                                key(walk),
                                startIndex,
                                oldest()),
                        row -> new Position(row.getString(1), ResourceIds.fromBytes(row.getBytes(2))))
                .stream()
                .findFirst();
    }

    /// Notes that the page at this index begins behind `last`. Of two that note it at once, one may not.
    void set(Walk walk, long startIndex, Position last) {
        var values = Arrays.asList(
                ResourceIds.bytes(walk.organizationId()),
                key(walk),
                startIndex,
                last.key(),
                ResourceIds.bytes(last.id()),
                rounded(clock.millis()));
        var sortKey = last.key() == null ? "NULL" : "?";
        sql.updateOrGiveWay(SqlText.of(
                "INSERT INTO page_mark (organization_id, walk, start_index, sort_key, resource_id, made) VALUES"
                        + " (?, ?, ?, " + sortKey + ", ?, ?) ON DUPLICATE KEY UPDATE sort_key = VALUES(sort_key),"
                        + " resource_id = VALUES(resource_id), made = VALUES(made)",
                values.stream().filter(value -> value != null).toArray()));
    }

    /// Removes those that are too old, some at a time.
    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        var before = oldest();
        while (sql.updateOrGiveWay(
                        SqlText.of("DELETE FROM page_mark WHERE made < ? ORDER BY made LIMIT ?", before, SLICE))
                == SLICE) {
            // There may be more.
        }
    }

    private long oldest() {
        return rounded(clock.millis() - pagination.cursorTimeout().toMillis());
    }

    private static long rounded(long millis) {
        return millis - millis % ROUNDED.toMillis();
    }

    private static byte[] key(Walk walk) {
        var query = HexFormat.of().parseHex(walk.query());
        return ByteBuffer.allocate(2 * Long.BYTES + query.length)
                .put(ResourceIds.bytes(walk.connectionId()))
                .put(query)
                .array();
    }
}
