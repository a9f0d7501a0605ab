package dev.rollcall.scim.index;

import dev.rollcall.scim.index.IndexedAttribute.State;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Fills the index of an attribute with what was there before the triggers kept it: each row is written again, so that
/// the trigger sees it, a slice of them at a time, in the order of their identifiers. Where one replica stops another
/// goes on. Writers wait for a slice at most, and half of the time nothing is done.
@ApplicationScoped
class IndexFilling {
    private static final int SLICE = 200;

    private final Sql sql;
    private final Transactions transactions;

    IndexFilling(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private enum Step {
        GONE_ON,
        DONE,
        /// Another replica is at it.
        ELSEWHERE
    }

    /// Fills it for so long, unless another replica does so.
    ///
    /// @return whether it is ready now, by this replica
    boolean fill(IndexedAttribute attribute, ResourceTable table, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        Step step;
        do {
            var begun = System.nanoTime();
            step = transactions.write(() -> step(attribute, table));
            LockSupport.parkNanos(System.nanoTime() - begun);
        } while (step == Step.GONE_ON && System.nanoTime() - end < 0);
        return step == Step.DONE;
    }

    private Step step(IndexedAttribute attribute, ResourceTable table) {
        var number = attribute.number();
        var position = sql.query(
                SqlText.of(
                        "SELECT last_resource FROM index_filling WHERE attribute = ? FOR UPDATE SKIP LOCKED", number),
                row -> row.getBytes(1));
        if (position.isEmpty()) {
            return Step.ELSEWHERE;
        }
        var last = position.getFirst();
        var slice = slice(table, last);
        if (slice.isEmpty()) {
            sql.update(SqlText.of(
                    "UPDATE indexed_attribute SET state = ? WHERE id = ? AND state = ?",
                    State.READY.keyword(),
                    number,
                    State.FILLING.keyword()));
            sql.update(SqlText.of("DELETE FROM index_filling WHERE attribute = ?", number));
            return Step.DONE;
        }
        var end = slice.getLast();
        var written = sql.update(SqlText.of(
                        "UPDATE " + table.table() + " r SET r.indexed = ? WHERE r.id > ? AND r.id <= ? AND ",
                        number,
                        last,
                        end)
                .followedBy(table.restriction()));
        sql.update(SqlText.of(
                "UPDATE index_filling SET last_resource = ?, resources = resources + ? WHERE attribute = ?",
                end,
                written,
                number));
        return Step.GONE_ON;
    }

    /// The next identifiers. With locks, so that it waits for those who were about to be created before the triggers
    /// knew of the attribute.
    private List<byte[]> slice(ResourceTable table, byte[] last) {
        return sql.query(
                SqlText.of("SELECT r.id FROM " + table.table() + " r WHERE r.id > ? AND ", (Object) last)
                        .followedBy(table.restriction())
                        .followedBy(" ORDER BY r.id LIMIT " + SLICE + " LOCK IN SHARE MODE"),
                row -> row.getBytes(1));
    }
}
