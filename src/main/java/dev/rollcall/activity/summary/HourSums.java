package dev.rollcall.activity.summary;

import dev.rollcall.activity.log.Times;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Sums up each hour once it is over, on whichever replica comes to it. To do it twice does no harm.
@ApplicationScoped
class HourSums {
    /// For how long after its end a call of the hour may still come to be recorded.
    static final Duration LATE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(HourSums.class);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final String SUM = "INSERT INTO activity_hour (organization_id, connection_id, hour, resource_type,"
            + " kind, calls, partial) SELECT organization_id, IFNULL(connection_id, ?), ?, IFNULL(resource_type, ''),"
            + " kind, SUM(NOT extent <=> 2), SUM(extent <=> 1) FROM provisioning_event FORCE INDEX (PRIMARY)"
            + " WHERE id >= ? AND id < ? GROUP BY organization_id, connection_id, resource_type, kind"
            + " ON DUPLICATE KEY UPDATE calls = VALUES(calls), partial = VALUES(partial)";
    private static final byte[] NO_CONNECTION = new byte[16];

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;

    HourSums(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            run(clock.instant());
        } catch (UnavailableException e) {
            LOG.warnf("Hours are summed up later: %s", e.why());
        }
    }

    /// Sums up what is over at this time.
    void run(Instant now) {
        var last = Math.floorDiv(now.minus(LATE).toEpochMilli(), HOUR) - 1;
        var next = next(last);
        while (next.isPresent()) {
            sum(next.get());
            next = next(last);
        }
    }

    /// The next hour to be summed up: the one of the next call. Where there is none, nothing is left up to the last.
    private Optional<Long> next(long last) {
        var done = progress();
        if (done >= last) {
            return Optional.empty();
        }
        var call = sql.query(
                SqlText.of("SELECT id FROM provisioning_event WHERE id >= ? ORDER BY id LIMIT 1", (Object)
                        Times.first((done + 1) * HOUR)),
                row -> Math.floorDiv(Times.millis(ResourceIds.fromBytes(row.getBytes(1))), HOUR));
        if (call.isEmpty() || call.getFirst() > last) {
            advance(last);
            return Optional.empty();
        }
        return Optional.of(call.getFirst());
    }

    private long progress() {
        return sql.query(SqlText.of("SELECT hour FROM activity_progress"), row -> row.getLong(1)).stream()
                .findFirst()
                .orElseThrow();
    }

    private void sum(long hour) {
        transactions.write(() -> {
            sql.update(SqlText.of(SUM, NO_CONNECTION, hour, Times.first(hour * HOUR), Times.first((hour + 1) * HOUR)));
            advance(hour);
            return hour;
        });
    }

    private void advance(long hour) {
        sql.update(SqlText.of("UPDATE activity_progress SET hour = ? WHERE id = 1 AND hour < ?", hour, hour));
    }
}
