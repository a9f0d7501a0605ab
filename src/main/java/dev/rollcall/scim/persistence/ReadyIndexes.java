package dev.rollcall.scim.persistence;

import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/// Which attributes that the configuration wants indexed are so by now, as far as this replica knows. It is asked every
/// few seconds, and what nobody wants any more is kept for longer than a replica believes what it knows: so no search
/// misses anybody.
@ApplicationScoped
public class ReadyIndexes {
    /// For how long a replica believes what it has read.
    public static final Duration BELIEVED = Duration.ofSeconds(15);

    private static final Logger LOG = Logger.getLogger(ReadyIndexes.class);

    private final Sql sql;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, Map.of());

    ReadyIndexes(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param numbers of the attributes of each resource type, by their names
    private record Known(Instant read, Map<String, Map<String, Integer>> numbers) {}

    private record Ready(String type, String attribute, int number) {}

    /// The table, with the attributes that are ready in the index.
    public ResourceTable of(ResourceTable table) {
        var now = known;
        var numbers = now.numbers.get(table.type().name());
        return numbers == null || now.read.isBefore(clock.instant().minus(BELIEVED)) ? table : table.with(numbers);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            read();
        } catch (UnavailableException e) {
            LOG.debugf("Which attributes are indexed is asked later: %s", e.why());
        }
    }

    /// Asks now.
    public void read() {
        // Before the question: what it knows is never younger than it says.
        var read = clock.instant();
        var numbers = new HashMap<String, Map<String, Integer>>();
        sql.query(
                        SqlText.of("SELECT resource_type, attribute, id FROM indexed_attribute"
                                + " WHERE state = 'ready' AND unwanted IS NULL"),
                        row -> new Ready(row.getString(1), row.getString(2), row.getInt(3)))
                .forEach(ready -> numbers.computeIfAbsent(ready.type(), _ -> new HashMap<>())
                        .put(ready.attribute(), ready.number()));
        known = new Known(read, numbers);
    }
}
