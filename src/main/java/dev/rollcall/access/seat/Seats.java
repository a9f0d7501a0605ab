package dev.rollcall.access.seat;

import dev.rollcall.organization.PoliciesChanged;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The seats of organizations with a limit: active users, and people who are active or invited, have one each. An
/// organization without a limit has no row, and nothing is written for it. Whoever takes or leaves a seat holds the row
/// until the transaction ends, so that the count is exact, however many come at once.
@ApplicationScoped
public class Seats {
    // Longer than a replica takes to learn of a limit, with the transactions that are under way then.
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 100;

    private final Sql sql;
    private final Clock clock;

    Seats(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// How many are taken; empty where there is no limit.
    @Transactional
    public OptionalLong taken(UUID organizationId) {
        return number("SELECT taken FROM seat WHERE organization_id = ?", organizationId);
    }

    /// Takes one.
    ///
    /// @throws RefusedException where all are taken
    public void take(UUID organizationId) {
        fullAt(organizationId).ifPresent(limit -> {
            throw RefusedException.limit("All " + limit + " seats of the organization are taken. Disable or delete"
                    + " somebody under People first, or ask whoever runs this service for more.");
        });
    }

    /// Takes one, where one is free.
    ///
    /// @return the limit, where all are taken
    OptionalLong fullAt(UUID organizationId) {
        var took = sql.update(
                SqlText.of("UPDATE seat SET taken = taken + 1 WHERE organization_id = ? AND taken < most", (Object)
                        ResourceIds.bytes(organizationId)));
        return took > 0
                ? OptionalLong.empty()
                : number("SELECT most FROM seat WHERE organization_id = ?", organizationId);
    }

    /// Leaves one.
    public void release(UUID organizationId) {
        sql.update(SqlText.of("UPDATE seat SET taken = taken - 1 WHERE organization_id = ?", (Object)
                ResourceIds.bytes(organizationId)));
    }

    /// Counts where there is a limit from now. One below what is taken refuses the next ones only.
    void changed(@Observes PoliciesChanged change) {
        var before = change.before().members().seatLimit();
        var after = change.after().members().seatLimit();
        if (after == null && before != null) {
            sql.update(SqlText.of(
                    "DELETE FROM seat WHERE organization_id = ?", (Object) ResourceIds.bytes(change.organizationId())));
        } else if (after != null && !after.equals(before)) {
            limit(change.organizationId(), before, after);
        }
    }

    private void limit(UUID organizationId, @Nullable Integer before, int after) {
        sql.update(SqlText.of(
                "INSERT INTO seat (organization_id, taken, most, recount) VALUES (?, 0, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE most = VALUES(most)",
                ResourceIds.bytes(organizationId),
                after,
                clock.millis() + UNTIL_ALL_KNOW.toMillis()));
        if (before == null) {
            count(organizationId);
        }
    }

    /// Some of the organizations whose seats are to be counted once more.
    List<UUID> due() {
        return sql.query(
                SqlText.of("SELECT organization_id FROM seat WHERE recount <= ? LIMIT ?", clock.millis(), MOST_AT_ONCE),
                row -> ResourceIds.fromBytes(row.getBytes(1)));
    }

    /// Counts once more, unless another replica has.
    @Transacted
    void recount(UUID organizationId) {
        var mine = sql.update(SqlText.of(
                "UPDATE seat SET recount = NULL WHERE organization_id = ? AND recount <= ?",
                ResourceIds.bytes(organizationId),
                clock.millis()));
        if (mine > 0) {
            count(organizationId);
        }
    }

    // The row is held: whoever is not counted has not taken a seat yet, and does it after this.
    private void count(UUID organizationId) {
        var users = number(
                "SELECT COUNT(*) FROM scim_user WHERE organization_id = ? AND (active IS NULL OR active = TRUE)",
                organizationId);
        var people = number(
                "SELECT COUNT(*) FROM person WHERE organization_id = ? AND state IN ('INVITED', 'ACTIVE')",
                organizationId);
        sql.update(SqlText.of(
                "UPDATE seat SET taken = ? WHERE organization_id = ?",
                users.orElse(0) + people.orElse(0),
                ResourceIds.bytes(organizationId)));
    }

    private OptionalLong number(String query, UUID organizationId) {
        return sql.query(SqlText.of(query, (Object) ResourceIds.bytes(organizationId)), row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
