package dev.rollcall.activity;

import dev.rollcall.activity.EntryRows.Row;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.sql.UnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Entries that are written in batches, off the path of the requests that they are about. There are only so many, and
/// so much of what was sent with them, that wait in memory.
@ApplicationScoped
class LaterEntries {
    private static final Logger LOG = Logger.getLogger(LaterEntries.class);
    private static final int MOST = 10_000;
    private static final int BATCH = 200;
    private static final long MOST_SENT = 8L * 1024 * 1024;
    private static final Sent TOO_MUCH = new Sent("{\"notKept\":\"Too many calls were refused at once\"}");
    private static final String BODIES = "INSERT INTO refused_body (organization_id, id, body) VALUES (?, ?, ?)";

    // As the resource was called when it was last written.
    private static final String NAME = "UPDATE provisioning_event e JOIN (SELECT resource_name, name_key"
            + " FROM provisioning_event WHERE organization_id = ? AND resource_id = ? AND resource_name IS NOT NULL"
            + " ORDER BY id DESC LIMIT 1) n SET e.resource_name = n.resource_name, e.name_key = n.name_key"
            + " WHERE e.id = ?";

    private final Sql sql;
    private final Transactions transactions;
    private final ExecutorService workers;
    private final Counter lost;
    private final ArrayBlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);
    private final AtomicLong sentWaiting = new AtomicLong();
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();

    LaterEntries(Sql sql, Transactions transactions, ExecutorService workers, MeterRegistry meters) {
        this.sql = sql;
        this.transactions = transactions;
        this.workers = workers;
        lost = meters.counter("rollcall.activity.lost");
        Gauge.builder("rollcall.activity.waiting", waiting, ArrayBlockingQueue::size)
                .register(meters);
    }

    private record Waiting(Row row, @Nullable Sent sent) {
        private long size() {
            return sent == null ? 0 : sent.text().length();
        }
    }

    void add(Row row, @Nullable Sent sent) {
        var one = new Waiting(row, sent);
        if (sentWaiting.get() + one.size() > MOST_SENT) {
            one = new Waiting(row, TOO_MUCH);
        }
        sentWaiting.addAndGet(one.size());
        if (!waiting.offer(one)) {
            sentWaiting.addAndGet(-one.size());
            lost.increment();
            return;
        }
        start();
    }

    private void start() {
        if (!waiting.isEmpty() && isRunning.compareAndSet(false, true)) {
            try {
                workers.execute(this::run);
            } catch (RejectedExecutionException _) {
                isRunning.set(false);
            }
        }
    }

    private void run() {
        try {
            flush();
        } finally {
            isRunning.set(false);
        }
        start();
    }

    /// Writes all that is waiting.
    void flush() {
        writing.lock();
        try {
            var batch = next();
            while (!batch.isEmpty()) {
                write(batch);
                batch = next();
            }
        } finally {
            writing.unlock();
        }
    }

    private List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        waiting.drainTo(batch, BATCH);
        batch.forEach(one -> sentWaiting.addAndGet(-one.size()));
        return batch;
    }

    private void write(List<Waiting> batch) {
        try {
            transactions.write(() -> {
                sql.batch(
                        EntryRows.INSERT,
                        batch.stream().map(one -> one.row().values()).toList());
                batch.forEach(one -> name(one.row()));
                sql.batch(BODIES, bodies(batch));
                return batch.size();
            });
        } catch (UnavailableException away) {
            lose(batch, away);
        } catch (RuntimeException failure) {
            // One that does not fit must not take the others with it.
            if (batch.size() > 1) {
                batch.forEach(one -> write(List.of(one)));
            } else {
                lose(batch, failure);
            }
        }
    }

    private void name(Row row) {
        if (row.unnamed() != null) {
            sql.update(SqlText.of(
                    NAME,
                    ResourceIds.bytes(row.organizationId()),
                    ResourceIds.bytes(row.unnamed()),
                    ResourceIds.bytes(row.id())));
        }
    }

    private void lose(List<Waiting> batch, RuntimeException failure) {
        lost.increment(batch.size());
        LOG.warnf("What %d calls did is not recorded: %s", batch.size(), failure.getMessage());
    }

    private List<List<Object>> bodies(List<Waiting> batch) {
        var with = batch.stream().filter(one -> one.sent() != null).toList();
        if (with.isEmpty()) {
            return List.of();
        }
        var keeping = keeping(with);
        var bodies = new ArrayList<List<Object>>();
        for (var one : with) {
            var sent = one.sent();
            if (sent != null && keeping.contains(one.row().organizationId())) {
                bodies.add(List.of(
                        ResourceIds.bytes(one.row().organizationId()),
                        ResourceIds.bytes(one.row().id()),
                        sent.text()));
            }
        }
        return bodies;
    }

    /// The organizations among those of the calls that keep what was sent with them.
    private Set<UUID> keeping(List<Waiting> calls) {
        var ids =
                calls.stream().map(one -> one.row().organizationId()).distinct().toList();
        return Set.copyOf(sql.query(
                new SqlText(
                        "SELECT id FROM organization WHERE refused_body_days > 0 AND id IN ("
                                + SqlText.placeholders(ids.size()) + ")",
                        ids.stream()
                                .map(ResourceIds::bytes)
                                .map(Object.class::cast)
                                .toList()),
                row -> ResourceIds.fromBytes(row.getBytes(1))));
    }

    void end(@Observes ShutdownEvent event) {
        flush();
    }
}
