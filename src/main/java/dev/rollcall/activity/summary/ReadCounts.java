package dev.rollcall.activity.summary;

import dev.rollcall.activity.Call;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Counts requests that change nothing, by connection, hour and status: in memory, and every few seconds in the
/// database. What a replica has counted since is lost where it dies.
@ApplicationScoped
public class ReadCounts {
    private static final Logger LOG = Logger.getLogger(ReadCounts.class);
    private static final int MOST = 100_000;
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final String ADD = "INSERT INTO read_count (organization_id, connection_id, hour, status, calls)"
            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE calls = calls + VALUES(calls)";

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final ConcurrentHashMap<Key, Long> counts = new ConcurrentHashMap<>();

    ReadCounts(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Key(UUID organizationId, UUID connectionId, long hour, int status) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key(var itsOrganization, var itsConnection, var itsHour, var itsStatus)
                    && organizationId.equals(itsOrganization)
                    && connectionId.equals(itsConnection)
                    && hour == itsHour
                    && status == itsStatus;
        }

        @Override
        public int hashCode() {
            return connectionId.hashCode() * 31 + Long.hashCode(hour) * 7 + status;
        }

        private List<Object> values(long calls) {
            return List.of(ResourceIds.bytes(organizationId), ResourceIds.bytes(connectionId), hour, status, calls);
        }
    }

    /// Counts one that was answered with this status.
    public void count(Call call, int status) {
        var key = new Key(call.organizationId(), call.connectionId(), Math.floorDiv(clock.millis(), HOUR), status);
        if (counts.size() < MOST || counts.containsKey(key)) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        flush();
    }

    /// Brings what was counted to the database.
    public void flush() {
        var rows = new ArrayList<List<Object>>();
        var taken = new ArrayList<Key>();
        // In one order, so that two replicas do not wait for each other.
        for (var key : counts.keySet().stream().sorted(ReadCounts::compare).toList()) {
            var calls = counts.remove(key);
            if (calls != null) {
                rows.add(key.values(calls));
                taken.add(key);
            }
        }
        try {
            transactions.write(() -> {
                sql.batch(ADD, rows);
                return rows.size();
            });
        } catch (RuntimeException failure) {
            LOG.warnf("Reads are counted later: %s", failure.getMessage());
            for (var i = 0; i < rows.size(); i++) {
                counts.merge(taken.get(i), (Long) rows.get(i).getLast(), Long::sum);
            }
        }
    }

    private static int compare(Key one, Key other) {
        return one.toString().compareTo(other.toString());
    }

    void end(@Observes ShutdownEvent event) {
        flush();
    }
}
