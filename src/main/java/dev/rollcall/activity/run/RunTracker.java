package dev.rollcall.activity.run;

import dev.rollcall.activity.Call;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Knows when connections write: in memory, and every few seconds in the database, where what several replicas know
/// becomes one run.
@ApplicationScoped
public class RunTracker {
    /// After so long without a write a run is over.
    static final Duration QUIET = Duration.ofMinutes(10);

    /// How long before its answer the first write of a run may have been recorded.
    static final Duration FIRST_CALL = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(RunTracker.class);
    private static final int MOST = 100_000;
    private static final int CLOSED_AT_ONCE = 100;

    private final Sql sql;
    private final Transactions transactions;
    private final Runs runs;
    private final Clock clock;
    private final ConcurrentHashMap<Connection, Span> written = new ConcurrentHashMap<>();

    RunTracker(Sql sql, Transactions transactions, Runs runs, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.runs = runs;
        this.clock = clock;
    }

    private record Connection(UUID organizationId, UUID id) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Connection(var itsOrganization, var its)
                    && organizationId.equals(itsOrganization)
                    && id.equals(its);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    private record Span(long first, long last) {
        private Span and(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /// Notes that a connection has written, or tried to.
    public void wrote(Call call) {
        var connection = new Connection(call.organizationId(), call.connectionId());
        var now = clock.millis();
        if (written.size() < MOST || written.containsKey(connection)) {
            written.merge(connection, new Span(now, now), Span::and);
        }
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        flush();
    }

    @Scheduled(every = "5m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void close() {
        try {
            runs.close(CLOSED_AT_ONCE);
        } catch (RuntimeException failure) {
            LOG.warnf("Runs are summed up later: %s", failure.getMessage());
        }
    }

    /// Brings what is known to the database.
    public void flush() {
        for (var connection : written.keySet()) {
            var span = written.remove(connection);
            if (span == null) {
                continue;
            }
            try {
                extend(connection.organizationId(), connection.id(), span);
            } catch (RuntimeException failure) {
                LOG.warnf("Runs are noted later: %s", failure.getMessage());
                written.merge(connection, span, Span::and);
                return;
            }
        }
    }

    /// Extends the run that the span belongs to, makes one of several, or begins one.
    private void extend(UUID organizationId, UUID connectionId, Span span) {
        var organization = ResourceIds.bytes(organizationId);
        var connection = ResourceIds.bytes(connectionId);
        var quiet = QUIET.toMillis();
        transactions.write(() -> {
            var near = sql.query(
                    SqlText.of(
                            "SELECT began, ended FROM sync_run WHERE organization_id = ? AND connection_id = ?"
                                    + " AND began <= ? AND ended >= ? ORDER BY began FOR UPDATE",
                            organization,
                            connection,
                            span.last() + quiet,
                            span.first() - quiet),
                    row -> new Span(row.getLong(1), row.getLong(2)));
            var whole = near.stream().reduce(span, Span::and);
            for (var old : near) {
                if (!near.getFirst().equals(old) || old.first() != whole.first()) {
                    sql.update(SqlText.of(
                            "DELETE FROM sync_run WHERE organization_id = ? AND connection_id = ? AND began = ?",
                            organization,
                            connection,
                            old.first()));
                }
            }
            return sql.update(SqlText.of(
                    "INSERT INTO sync_run (organization_id, connection_id, began, ended) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE ended = GREATEST(ended, VALUES(ended)), summary = NULL",
                    organization,
                    connection,
                    whole.first(),
                    whole.last()));
        });
    }

    void end(@Observes ShutdownEvent event) {
        flush();
    }
}
