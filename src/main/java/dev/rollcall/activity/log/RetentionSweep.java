package dev.rollcall.activity.log;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Removes what is older than its organization keeps it, on whichever replica comes to it: a slice at a time, each of
/// which gives way to others. What is not summed up yet stays.
@ApplicationScoped
class RetentionSweep {
    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);
    private static final int SLICE = 1_000;
    private static final int ORGANIZATIONS = 500;
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    private final Sql sql;
    private final Clock clock;

    RetentionSweep(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What is kept of an organization, in days.
    private record Kept(UUID organizationId, int activityDays, int bodyDays) {}

    @Scheduled(every = "30m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            run(clock.instant());
        } catch (UnavailableException e) {
            LOG.warnf("Old activity is removed later: %s", e.why());
        }
    }

    /// Removes what is too old at this time.
    void run(Instant now) {
        var summedUp = sql.query(SqlText.of("SELECT hour FROM activity_progress"), row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
        var last = new UUID(0, 0);
        List<Kept> some;
        do {
            some = some(last);
            for (var kept : some) {
                remove(kept, now.toEpochMilli(), (summedUp + 1) * HOUR);
                last = kept.organizationId();
            }
        } while (some.size() == ORGANIZATIONS);
    }

    private List<Kept> some(UUID after) {
        return sql.query(
                SqlText.of(
                        "SELECT id, activity_days, refused_body_days FROM organization WHERE id > ? ORDER BY id LIMIT "
                                + ORGANIZATIONS,
                        (Object) ResourceIds.bytes(after)),
                row -> new Kept(ResourceIds.fromBytes(row.getBytes(1)), row.getInt(2), row.getInt(3)));
    }

    private void remove(Kept kept, long now, long summedUp) {
        var activity = Math.min(now - TimeUnit.DAYS.toMillis(kept.activityDays()), summedUp);
        removeBefore(
                "provisioning_event",
                "provisioning_event FORCE INDEX (provisioning_event_page)",
                kept.organizationId(),
                activity);
        var bodies = now - TimeUnit.DAYS.toMillis(Math.min(kept.bodyDays(), kept.activityDays()));
        removeBefore("refused_body", "refused_body", kept.organizationId(), bodies);
    }

    private void removeBefore(String table, String source, UUID organizationId, long millis) {
        var slice = slice(source, organizationId, millis);
        while (!slice.isEmpty()) {
            var removed = sql.updateOrGiveWay(deletion(table, organizationId, slice));
            // Where another is in the way, the rest goes the next time.
            slice = removed == SLICE ? slice(source, organizationId, millis) : List.of();
        }
    }

    /// A deletion cannot be told its index, and would look through the rows of others.
    private List<byte[]> slice(String source, UUID organizationId, long millis) {
        return sql.query(
                SqlText.of(
                        "SELECT id FROM " + source + " WHERE organization_id = ? AND id < ? ORDER BY id LIMIT " + SLICE,
                        ResourceIds.bytes(organizationId),
                        Times.first(millis)),
                row -> row.getBytes(1));
    }

    private static SqlText deletion(String table, UUID organizationId, List<byte[]> ids) {
        var values = new ArrayList<Object>(ids.size() + 1);
        values.add(ResourceIds.bytes(organizationId));
        values.addAll(ids);
        return new SqlText(
                "DELETE FROM " + table + " WHERE organization_id = ? AND id IN (" + SqlText.placeholders(ids.size())
                        + ")",
                values);
    }
}
