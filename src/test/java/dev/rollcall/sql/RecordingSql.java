package dev.rollcall.sql;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/// Runs SQL as the service does, and remembers the statements of requests.
public class RecordingSql extends Sql {
    private final List<SqlText> queries = new CopyOnWriteArrayList<>();
    private final List<SqlText> updates = new CopyOnWriteArrayList<>();

    public RecordingSql(DataSource dataSource) {
        super(dataSource, new TransactionSynchronizationRegistryImple());
    }

    @Override
    public <T> List<T> query(SqlText query, RowReader<T> reader) {
        remember(queries, query);
        return super.query(query, reader);
    }

    @Override
    public <T> List<T> query(SqlText query, Duration longest, RowReader<T> reader) {
        remember(queries, query);
        return super.query(query, longest, reader);
    }

    @Override
    public int update(SqlText statement) {
        remember(updates, statement);
        return super.update(statement);
    }

    @Override
    public void later(SqlText statement) {
        remember(updates, statement);
        super.later(statement);
    }

    @Override
    public void laterUnlessLost(SqlText statement) {
        remember(updates, statement);
        super.laterUnlessLost(statement);
    }

    // What the service does by itself while a test looks is not what the test asks about, nor what a request does now
    // and
    // then for all that follow.
    private static void remember(List<SqlText> statements, SqlText statement) {
        if (!StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .anyMatch(name -> name.contains("ScheduledInvoker")
                                || name.endsWith(".LaterEntries")
                                || name.endsWith(".credential.Statuses")))) {
            statements.add(statement);
        }
    }

    @Override
    public void snapshot(SnapshotReader reader) throws IOException {
        super.snapshot(snapshot -> reader.read(new Snapshot() {
            @Override
            public <T> List<T> query(SqlText query, RowReader<T> rows) {
                beforeSnapshotQuery(query);
                return snapshot.query(query, rows);
            }
        }));
    }

    /// Comes before each query of a snapshot.
    protected void beforeSnapshotQuery(SqlText query) {}

    /// The statements that were no queries, since this was asked last.
    public List<SqlText> takenUpdates() {
        var taken = List.copyOf(updates);
        updates.clear();
        return taken;
    }

    /// The queries since this was asked last.
    public List<SqlText> taken() {
        var taken = List.copyOf(queries);
        queries.clear();
        return taken;
    }
}
