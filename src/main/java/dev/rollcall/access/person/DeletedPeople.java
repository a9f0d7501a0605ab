package dev.rollcall.access.person;

import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// Deleted people whose time to come back is over.
@ApplicationScoped
class DeletedPeople {
    private static final int SLICE = 200;

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    DeletedPeople(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /// Removes them with their grants, a slice at a time.
    void forgetDue() {
        var now = clock.millis();
        int forgotten;
        do {
            forgotten = transactions.write(() -> forget(now));
        } while (forgotten == SLICE);
    }

    private int forget(long now) {
        var due = sql.query(
                SqlText.of(
                        "SELECT organization_id, id FROM person WHERE purge_at <= ? ORDER BY purge_at LIMIT ? FOR UPDATE",
                        now,
                        SLICE),
                row -> List.<Object>of(row.getBytes(1), row.getBytes(2)));
        sql.batch("DELETE FROM member_grant WHERE organization_id = ? AND member_id = ?", due);
        sql.batch("DELETE FROM person WHERE organization_id = ? AND id = ?", due);
        return due.size();
    }
}
