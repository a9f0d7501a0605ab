package dev.rollcall.activity;

import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Records what calls did.
@ApplicationScoped
public class Activity {
    private static final ScopedValue<Witness> WITNESS = ScopedValue.newInstance();

    private final Sql sql;
    private final EntryRows rows;
    private final LaterEntries later;

    Activity(Sql sql, EntryRows rows, LaterEntries later) {
        this.sql = sql;
        this.rows = rows;
        this.later = later;
    }

    /// Records what changed something, in the transaction that did: both last or neither. The row is also what events
    /// are published from.
    public void record(Entry entry) {
        var row = rows.of(entry);
        sql.later(new SqlText(EntryRows.INSERT, row.values()));
        if (WITNESS.isBound()) {
            WITNESS.get().recorded(row.id(), entry);
        }
    }

    /// Records soon what changed nothing; never in the way of the caller, to whom it never fails. Where too much is
    /// waiting already, or the database is away, it is lost, and counted.
    ///
    /// @param sent with a refused call; null where there is nothing to keep
    public void recordLater(Entry entry, @Nullable Sent sent) {
        if (WITNESS.isBound()) {
            WITNESS.get().left(entry);
        } else {
            later.add(rows.of(entry), sent);
        }
    }

    /// Does work of this thread before a witness. What the work would have recorded soon is left to the witness: it
    /// depends on what becomes of the transaction around it.
    public <T> T before(Witness witness, Supplier<T> work) {
        return ScopedValue.where(WITNESS, witness).call(work::get);
    }

    /// Waits until all is recorded that was to be recorded soon.
    public void flush() {
        later.flush();
    }
}
