package dev.rollcall.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a write whose transaction fails, on the real database.
@QuarkusTest
class TransactionsTest {
    private final Transactions transactions;
    private final Sql sql;
    private final DataSource dataSource;

    TransactionsTest(Transactions transactions, Sql sql, DataSource dataSource) {
        this.transactions = transactions;
        this.sql = sql;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void makeTable() {
        sql.update(SqlText.of("CREATE OR REPLACE TABLE attempt (id INT PRIMARY KEY, n INT NOT NULL) ENGINE=InnoDB"));
        sql.update(SqlText.of("INSERT INTO attempt VALUES (1, 0), (2, 0)"));
    }

    @AfterEach
    void dropTable() {
        sql.update(SqlText.of("DROP TABLE attempt"));
    }

    @Test
    void ofTwoThatBlockEachOtherBothAreDoneInTheEnd() {
        var barrier = new CyclicBarrier(2);
        var attempts = new AtomicInteger();

        var other = CompletableFuture.supplyAsync(() -> write(() -> crossing(2, 1, barrier, attempts)));
        write(() -> crossing(1, 2, barrier, attempts));
        other.join();

        assertThat(numbers()).containsExactly(2, 2);
        assertThat(attempts).hasValue(3);
    }

    private int crossing(int first, int second, CyclicBarrier barrier, AtomicInteger attempts) {
        raise(first);
        if (attempts.incrementAndGet() <= 2) {
            await(barrier);
        }
        return raise(second);
    }

    @Test
    void aConnectionThatBreaksBeforeTheCommitIsReplaced() {
        var attempts = new AtomicInteger();

        write(() -> {
            raise(1);
            if (attempts.incrementAndGet() == 1) {
                killOwnConnection();
            }
            return raise(2);
        });

        assertThat(attempts).hasValue(2);
        assertThat(numbers()).containsExactly(1, 1);
    }

    @Test
    void connectionsThatKeepBreakingAreUnavailability() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> write(() -> {
                    attempts.incrementAndGet();
                    raise(1);
                    killOwnConnection();
                    return raise(2);
                }))
                .isInstanceOf(UnavailableException.class);

        assertThat(attempts).hasValue(1 + Transactions.RECONNECTIONS);
        assertThat(numbers()).containsExactly(0, 0);
    }

    @Test
    void whatBreaksWhileItIsCommittedIsNeitherDoneAgainNorCalledDone() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> write(() -> {
                    attempts.incrementAndGet();
                    raise(1);
                    killOwnConnection();
                    return 0;
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("may have been done or not");

        assertThat(attempts).hasValue(1);
        assertThat(numbers()).containsExactly(0, 0);
    }

    // As the transaction manager reports what Galera answers to COMMIT, which this database never does.
    @Test
    void aFailedCertificationIsAConflict() {
        var reported = new XAException(XAException.XA_RBROLLBACK);
        reported.initCause(deadlock());
        var failure = new RollbackException("ARJUNA016053: Could not commit transaction.");
        failure.addSuppressed(reported);

        assertThat(DatabaseFailure.isConflict(new IllegalStateException(failure)))
                .isTrue();
    }

    @Test
    void aReadThatIsAbortedForAnotherIsUnavailability() {
        assertThat(DatabaseFailure.of(deadlock(), false)).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest(name = "{0} ({1})")
    @CsvSource({
        "1047, 08S01", // WSREP has not yet prepared node for application use
        "1290, HY000", // The server is running with --read-only
        "1317, 70100", // Query execution was interrupted
        "1040, 08004", // Too many connections
        "0, 25S03" // The driver has reconnected, the transaction is lost
    })
    void whatPassesIsUnavailability(int code, String state) {
        var failure = new SQLException("no", state, code);

        assertThat(DatabaseFailure.isUnavailable((Throwable) failure)).isTrue();
        assertThat(DatabaseFailure.isConflict((Throwable) failure)).isFalse();
    }

    @Test
    void aWaitForALockEndsSoonAndIsAConflict() throws SQLException {
        try (var holder = dataSource.getConnection();
                var waiter = dataSource.getConnection()) {
            assertThat(sql.query(SqlText.of("SELECT @@innodb_lock_wait_timeout"), row -> row.getInt(1)))
                    .containsExactly(5);
            holder.setAutoCommit(false);
            execute(holder, "UPDATE attempt SET n = 9 WHERE id = 1");
            execute(waiter, "SET SESSION innodb_lock_wait_timeout = 1");

            var failure = catchThrowable(() -> execute(waiter, "UPDATE attempt SET n = 8 WHERE id = 1"));

            assertThat(DatabaseFailure.isConflict(failure)).isTrue();
            execute(waiter, "SET SESSION innodb_lock_wait_timeout = 5");
            holder.rollback();
            holder.setAutoCommit(true);
        }
    }

    private int write(Supplier<Integer> work) {
        return transactions.write(work);
    }

    private int raise(int id) {
        return sql.update(SqlText.of("UPDATE attempt SET n = n + 1 WHERE id = ?", id));
    }

    private List<Integer> numbers() {
        return sql.query(SqlText.of("SELECT n FROM attempt ORDER BY id"), row -> row.getInt(1));
    }

    private void killOwnConnection() {
        var id = sql.query(SqlText.of("SELECT CONNECTION_ID()"), row -> row.getLong(1))
                .getFirst();
        CompletableFuture.runAsync(() -> sql.update(SqlText.of("KILL HARD " + id)))
                .join();
    }

    private SQLException deadlock() {
        return new SQLException("Deadlock found when trying to get lock", "40001", 1213);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
