package dev.rollcall.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs SQL that Hibernate has no words for. Within a transaction it is the transaction's own connection, so
/// flush entities before; without one each statement stands alone. What a transaction writes {@link #later} goes to the
/// database in one packet, unless that is a cluster. Failures are {@link DatabaseFailure}s; of a statement that stands
/// alone 503 where the database is away or another was in the way.
@ApplicationScoped
public class Sql {
    /// What a statement begins with into which the driver shall put the values itself, instead of having it prepared.
    static final String UNPREPARED = "/*client prepare*/";

    private static final String FOR_UPDATE = "FOR UPDATE";
    private static final String SHARED = "LOCK IN SHARE MODE";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private volatile @Nullable Boolean ofCluster;

    Sql(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /// Reads one row of a result.
    @FunctionalInterface
    public interface RowReader<T> {
        /// The value of the row at which `row` stands.
        T read(ResultSet row) throws SQLException;
    }

    /// Queries that all see the same state of the database.
    public interface Snapshot {
        /// The rows of a query.
        <T> List<T> query(SqlText query, RowReader<T> reader);
    }

    /// Reads from a snapshot.
    @FunctionalInterface
    public interface SnapshotReader {
        /// Reads what it needs. The connection is taken until it returns.
        void read(Snapshot snapshot) throws IOException;
    }

    /// Where it begins the transaction, the statement has a first result, of the beginning.
    private interface Work<T> {
        T run(PreparedStatement statement, boolean begins) throws SQLException;
    }

    /// The rows of a query.
    public <T> List<T> query(SqlText query, RowReader<T> reader) {
        return run(query, (statement, begins) -> rows(statement, begins, query, reader));
    }

    /// The rows of a query that may take no longer than so many whole seconds; 0 for as long as it likes.
    ///
    /// @throws StatementTimeoutException where the database has ended it for that
    public <T> List<T> query(SqlText query, Duration longest, RowReader<T> reader) {
        return run(query, (statement, begins) -> {
            statement.setQueryTimeout(Math.toIntExact(longest.toSeconds()));
            return rows(statement, begins, query, reader);
        });
    }

    /// The rows of a query as others see them: without what the running transaction has changed. It takes another
    /// connection while that of the transaction waits, so it is for what is rare.
    public <T> List<T> queryOutside(SqlText query, RowReader<T> reader) {
        return QuarkusTransaction.suspendingExisting().call(() -> query(query, reader));
    }

    /// Runs queries that see the committed state at the first of them, whatever others write meanwhile; outside
    /// of transactions only. It locks nothing. Keep it short: the database keeps old rows for it.
    public void snapshot(SnapshotReader reader) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            execute(connection, "START TRANSACTION READ ONLY");
            try {
                reader.read(new ConnectionSnapshot(connection));
            } finally {
                execute(connection, "ROLLBACK");
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e, false);
        }
    }

    private record ConnectionSnapshot(Connection connection) implements Snapshot {
        @Override
        public <T> List<T> query(SqlText query, RowReader<T> reader) {
            try (var statement = connection.prepareStatement(sent(query))) {
                return rows(statement, false, query, reader);
            } catch (SQLException e) {
                throw DatabaseFailure.of(e, false);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, boolean begins, SqlText query, RowReader<T> reader)
            throws SQLException {
        bind(statement, query.values());
        execute(statement, begins);
        try (var row = statement.getResultSet()) {
            var rows = new ArrayList<T>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    private static void execute(PreparedStatement statement, boolean begins) throws SQLException {
        statement.execute();
        if (begins) {
            statement.getMoreResults();
        }
    }

    /// Runs one statement for each list of values, in one round trip; without a list nothing is sent.
    public void batch(String sql, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        flush();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(UNPREPARED + sql)) {
            for (var values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs one statement.
    ///
    /// @return the number of rows it changed
    public int update(SqlText statement) {
        return atOnce(statement);
    }

    private int atOnce(SqlText statement) {
        return run(statement, (prepared, begins) -> changed(prepared, begins, statement));
    }

    private static int changed(PreparedStatement prepared, boolean begins, SqlText statement) throws SQLException {
        bind(prepared, statement.values());
        execute(prepared, begins);
        return prepared.getUpdateCount();
    }

    /// Runs one statement of the running transaction before the next one that is not written later, and before the
    /// transaction ends: all that are waiting by then are sent in one packet, in their order. So what it fails with
    /// comes then. Without a transaction it runs at once.
    public void later(SqlText statement) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            atOnce(statement);
        } else {
            waiting().add(new Waiting.Statement(statement, false));
        }
    }

    /// Runs one statement {@link #later}, which changes one row unless another writer was faster: then the transaction
    /// is begun again, as after a deadlock. Within a transaction only.
    public void laterUnlessLost(SqlText statement) {
        waiting().add(new Waiting.Statement(statement, true));
    }

    private Waiting waiting() {
        if (transactions.getResource(Waiting.class) instanceof Waiting waiting) {
            return waiting;
        }
        var waiting = new Waiting(this::send);
        transactions.putResource(Waiting.class, waiting);
        transactions.registerInterposedSynchronization(waiting);
        return waiting;
    }

    /// Sends what is waiting in the running transaction, if anything is.
    void flush() {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION
                && transactions.getResource(Waiting.class) instanceof Waiting waiting) {
            waiting.flush();
        }
    }

    private void send(List<Waiting.Statement> statements) {
        try (Connection connection = dataSource.getConnection()) {
            if (statements.size() > 1 && isOfCluster(connection)) {
                for (var statement : statements) {
                    send(connection, List.of(statement));
                }
            } else {
                send(connection, statements);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e, true);
        }
    }

    private static void send(Connection connection, List<Waiting.Statement> statements) throws SQLException {
        try (var begin = Beginning.of(connection);
                var prepared = connection.prepareStatement(begin.with(Waiting.text(statements)))) {
            bind(prepared, Waiting.values(statements));
            execute(prepared, begin.begins());
            for (var statement : statements) {
                statement.check(prepared.getUpdateCount());
                prepared.getMoreResults();
            }
        }
    }

    /// Whether the server is a node of a Galera cluster. Where such a node ends a transaction between two statements of
    /// a packet, it has said that more results follow, and sends none: the service would wait for them.
    private boolean isOfCluster(Connection connection) throws SQLException {
        var known = ofCluster;
        if (known == null) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE 'wsrep_on'")) {
                known = row.next() && row.getString(2).equals("ON");
            }
            ofCluster = known;
        }
        return known;
    }

    /// Runs one statement alone, which gives way to other writers.
    ///
    /// @return the number of rows it changed; none where another writer was in the way
    public int updateOrGiveWay(SqlText statement) {
        return run(statement, (prepared, begins) -> {
            try {
                return changed(prepared, begins, statement);
            } catch (SQLException e) {
                if (DatabaseFailure.isConflict((Throwable) e)) {
                    return 0;
                }
                throw e;
            }
        });
    }

    /// Runs statements that define something, one after the other, outside of transactions. Each waits so many seconds
    /// at most for whoever uses its table, and others wait behind it. Where one fails, those before it are done.
    public void define(List<String> definitions, int longestSeconds) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = " + longestSeconds);
            try {
                for (var definition : definitions) {
                    statement.execute(definition);
                }
            } finally {
                statement.execute("SET SESSION lock_wait_timeout = DEFAULT");
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T run(SqlText text, Work<T> work) {
        flush();
        try (Connection connection = dataSource.getConnection();
                var begin = isPlain(text) ? Beginning.none(connection) : Beginning.of(connection);
                var statement = connection.prepareStatement(begin.with(sent(text)))) {
            return work.run(statement, begin.begins());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    // In a transaction that has done nothing, a query that locks nothing sees what it would see outside of it.
    private static boolean isPlain(SqlText text) {
        var sql = text.sql();
        return (sql.startsWith("SELECT") || sql.startsWith("(SELECT") || sql.startsWith("WITH"))
                && !sql.contains(FOR_UPDATE)
                && !sql.contains(SHARED);
    }

    private static RuntimeException failure(SQLException e) {
        return DatabaseFailure.of(e, QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION);
    }

    static String sent(SqlText text) {
        return text.fixed() ? text.sql() : UNPREPARED + text.sql();
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
