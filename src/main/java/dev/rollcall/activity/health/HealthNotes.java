package dev.rollcall.activity.health;

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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Notes how connections do: in memory, and every few seconds in the database, however many calls there are. Never in
/// the way of a request.
@ApplicationScoped
public class HealthNotes {
    private static final Logger LOG = Logger.getLogger(HealthNotes.class);
    private static final int MOST = 100_000;
    private static final String KEEP = "INSERT INTO connection_health (organization_id, connection_id, connected,"
            + " last_success, last_write, product, last_refusal, refusal_status, refusal_type, refusal_sentence)"
            + " VALUES (?, ?, NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, ''), NULLIF(?, 0), NULLIF(?, 0),"
            + " NULLIF(?, ''), NULLIF(?, '')) ON DUPLICATE KEY UPDATE"
            + " connected = COALESCE(connected, VALUES(connected)),"
            + " last_success = NULLIF(GREATEST(COALESCE(last_success, 0), COALESCE(VALUES(last_success), 0)), 0),"
            + " last_write = NULLIF(GREATEST(COALESCE(last_write, 0), COALESCE(VALUES(last_write), 0)), 0),"
            + " product = COALESCE(VALUES(product), product),"
            + " refusal_status = IF(VALUES(last_refusal) IS NULL, refusal_status, VALUES(refusal_status)),"
            + " refusal_type = IF(VALUES(last_refusal) IS NULL, refusal_type, VALUES(refusal_type)),"
            + " refusal_sentence = IF(VALUES(last_refusal) IS NULL, refusal_sentence, VALUES(refusal_sentence)),"
            + " last_refusal = COALESCE(VALUES(last_refusal), last_refusal)";
    private static final String MISTAKE =
            "INSERT INTO connection_mistake (organization_id, connection_id, mistake, seen)"
                    + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE seen = GREATEST(seen, VALUES(seen))";
    private static final int LONGEST_PRODUCT = 200;

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final ConcurrentHashMap<Connection, Marks> marks = new ConcurrentHashMap<>();

    HealthNotes(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
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

    /// A call was served.
    ///
    /// @param isWrite whether it asked for a change
    public void succeeded(Call call, boolean isWrite) {
        mark(call.organizationId(), call.connectionId(), Marks.success(clock.millis(), isWrite, product(call)));
    }

    /// A call was refused.
    public void refused(Call call, int status, @Nullable String scimType, @Nullable String sentence) {
        mark(
                call.organizationId(),
                call.connectionId(),
                Marks.refusal(new Refusal(clock.instant(), status, scimType, sentence), product(call)));
    }

    /// Somebody got something wrong.
    public void mistaken(UUID organizationId, UUID connectionId, Mistake mistake) {
        mark(organizationId, connectionId, Marks.mistake(mistake, clock.millis()));
    }

    private static @Nullable String product(Call call) {
        var product = call.product();
        return product == null || product.length() <= LONGEST_PRODUCT ? product : product.substring(0, LONGEST_PRODUCT);
    }

    private void mark(UUID organizationId, UUID connectionId, Marks mark) {
        var connection = new Connection(organizationId, connectionId);
        if (marks.size() < MOST || marks.containsKey(connection)) {
            marks.merge(connection, mark, Marks::and);
        }
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        flush();
    }

    /// Brings what is known to the database.
    public void flush() {
        for (var connection : marks.keySet()) {
            var mark = marks.remove(connection);
            if (mark == null) {
                continue;
            }
            try {
                keep(connection, mark);
            } catch (RuntimeException failure) {
                LOG.warnf("How connections do is noted later: %s", failure.getMessage());
                marks.merge(connection, mark, (newer, older) -> older.and(newer));
                return;
            }
        }
    }

    private void keep(Connection connection, Marks mark) {
        var organization = ResourceIds.bytes(connection.organizationId());
        var id = ResourceIds.bytes(connection.id());
        var refusal = mark.refusal();
        transactions.write(() -> {
            sql.update(SqlText.of(
                    KEEP,
                    organization,
                    id,
                    mark.firstSuccess(),
                    mark.lastSuccess(),
                    mark.lastWrite(),
                    Objects.requireNonNullElse(mark.product(), ""),
                    refusal == null ? 0L : refusal.time().toEpochMilli(),
                    refusal == null ? 0 : refusal.status(),
                    refusal == null ? "" : Objects.requireNonNullElse(refusal.scimType(), ""),
                    refusal == null ? "" : Objects.requireNonNullElse(refusal.sentence(), "")));
            mark.mistakes()
                    .forEach(
                            (mistake, seen) -> sql.update(SqlText.of(MISTAKE, organization, id, mistake.name(), seen)));
            return mark;
        });
    }

    void end(@Observes ShutdownEvent event) {
        flush();
    }
}
