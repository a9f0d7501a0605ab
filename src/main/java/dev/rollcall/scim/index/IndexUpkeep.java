package dev.rollcall.scim.index;

import dev.rollcall.scim.index.IndexedAttribute.State;
import dev.rollcall.scim.persistence.ReadyIndexes;
import dev.rollcall.sql.DatabaseFailure;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Brings the index to what the configuration asks for. The replica that started last says what is wanted; any of them
/// fills, and removes. What is added is kept by the triggers from that moment on, and then filled with what was there;
/// what is not wanted any more is used by no search at once, kept until every replica knows, and then removed.
@ApplicationScoped
class IndexUpkeep {
    private static final Logger LOG = Logger.getLogger(IndexUpkeep.class);

    /// How long the news of a change takes to every replica, and every node of a cluster, at most.
    static final Duration NEWS = ReadyIndexes.BELIEVED.multipliedBy(2);

    /// How long it fills at a time, so that what the metrics say is not much older.
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Sql sql;
    private final Transactions transactions;
    private final WantedAttributes wanted;
    private final IndexTriggers triggers;
    private final IndexFilling filling;
    private final IndexRemoval removal;
    private final ReadyIndexes ready;
    private final IndexMeters meters;
    private final Clock clock;
    private volatile boolean isSaid;

    IndexUpkeep(
            Sql sql,
            Transactions transactions,
            WantedAttributes wanted,
            IndexTriggers triggers,
            IndexFilling filling,
            IndexRemoval removal,
            ReadyIndexes ready,
            IndexMeters meters,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.wanted = wanted;
        this.triggers = triggers;
        this.filling = filling;
        this.removal = removal;
        this.ready = ready;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            if (!isSaid) {
                var paths = wanted.paths();
                if (!paths.isEmpty()) {
                    triggers.make();
                }
                say(paths);
                isSaid = true;
            }
            run(clock.instant());
        } catch (UnavailableException e) {
            LOG.warnf("The index of configured attributes is kept up later: %s", e.why());
        } catch (DatabaseFailure e) {
            LOG.warnf(
                    "The index of configured attributes is kept up later: %s. Where the database user may not make"
                            + " triggers, grant it TRIGGER.",
                    e.getMessage());
        }
    }

    /// Says what is wanted, from now on, by all replicas. The triggers are there.
    void say(List<IndexedPath> paths) {
        var now = clock.millis();
        transactions.write(() -> {
            var all = sql.query(IndexedAttribute.ALL, IndexedAttribute::read);
            for (var one : all) {
                var isWanted = paths.stream().anyMatch(path -> isOf(one, path));
                if (isWanted != one.isWanted()) {
                    sql.update(
                            isWanted
                                    ? SqlText.of(
                                            "UPDATE indexed_attribute SET unwanted = NULL WHERE id = ?", one.number())
                                    : SqlText.of(
                                            "UPDATE indexed_attribute SET unwanted = ? WHERE id = ?",
                                            now,
                                            one.number()));
                }
            }
            paths.stream()
                    .filter(path -> all.stream().noneMatch(one -> isOf(one, path)))
                    .forEach(path -> add(path, now));
            return null;
        });
    }

    private static boolean isOf(IndexedAttribute one, IndexedPath path) {
        return one.type().equals(path.type()) && one.name().equals(path.name());
    }

    /// Two replicas that start at once may both add it: the second waits for the first, and changes nothing.
    private void add(IndexedPath path, long now) {
        sql.update(SqlText.of(
                "INSERT INTO indexed_attribute (resource_type, attribute, json_path, state) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE unwanted = NULL",
                path.type(),
                path.name(),
                path.jsonPath(),
                State.FILLING.keyword()));
        sql.update(SqlText.of(
                "INSERT IGNORE INTO index_filling (attribute, since, last_resource, resources) SELECT id, ?, ?, 0"
                        + " FROM indexed_attribute WHERE resource_type = ? AND attribute = ? AND state = ?",
                now,
                new byte[16],
                path.type(),
                path.name(),
                State.FILLING.keyword()));
    }

    /// Does what is due at this time.
    void run(Instant now) {
        var known = now.minus(NEWS).toEpochMilli();
        var all = sql.query(IndexedAttribute.ALL, IndexedAttribute::read);
        meters.show(all);
        for (var one : all) {
            var unwanted = one.unwanted();
            var since = one.since();
            if (one.state() == State.REMOVING || (unwanted != null && unwanted <= known)) {
                remove(one);
            } else if (one.state() == State.FILLING && unwanted == null && since != null && since <= known) {
                fill(one);
            }
        }
    }

    private void fill(IndexedAttribute one) {
        var table = wanted.table(one.type());
        if (table.isPresent() && filling.fill(one, table.get(), LONGEST)) {
            LOG.infof("%s is indexed now", one);
            ready.read();
        }
    }

    private void remove(IndexedAttribute one) {
        if (!removal.remove(one)) {
            return;
        }
        LOG.infof("%s is indexed no more", one);
        // Somebody may have asked for it meanwhile.
        if (one.isWanted()) {
            var path = wanted.table(one.type()).stream()
                    .flatMap(table -> IndexedPath.of(one.name(), List.of(table)).stream())
                    .findFirst();
            path.ifPresent(again -> transactions.write(() -> {
                add(again, clock.millis());
                return null;
            }));
        }
    }
}
