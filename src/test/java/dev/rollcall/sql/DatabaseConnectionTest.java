package dev.rollcall.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// When a transaction begins in the database, and that nothing of it is outside.
@QuarkusTest
class DatabaseConnectionTest {
    private static final SqlText WRITE = SqlText.of("UPDATE begun SET n = n + 1 WHERE id = 1");

    private final Transactions transactions;
    private final Sql sql;
    private final DataSource dataSource;

    DatabaseConnectionTest(Transactions transactions, Sql sql, DataSource dataSource) {
        this.transactions = transactions;
        this.sql = sql;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void makeTable() {
        sql.update(SqlText.of("CREATE OR REPLACE TABLE begun (id INT PRIMARY KEY, n INT NOT NULL) ENGINE=InnoDB"));
        sql.update(SqlText.of("INSERT INTO begun VALUES (1, 0)"));
    }

    @AfterEach
    void dropTable() {
        sql.update(SqlText.of("DROP TABLE begun"));
    }

    /// The tools that a statement of a transaction comes by.
    record Tools(Transactions transactions, Sql sql, DataSource dataSource) {
        private void execute(String statement) {
            try (Connection connection = dataSource.getConnection();
                    var prepared = connection.prepareStatement(statement)) {
                prepared.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Stream<Named<Consumer<Tools>>> writes() {
        return Stream.of(
                Named.of("update", tools -> tools.sql().update(WRITE)),
                Named.of("prepared update", tools -> tools.sql().update(WRITE.prepared())),
                Named.of("update that gives way", tools -> tools.sql().updateOrGiveWay(WRITE)),
                Named.of("later", tools -> {
                    tools.sql().later(WRITE);
                    tools.transactions().send();
                }),
                Named.of("several later", tools -> {
                    tools.sql().later(WRITE);
                    tools.sql().laterUnlessLost(WRITE);
                    tools.transactions().send();
                }),
                Named.of(
                        "batch",
                        tools -> tools.sql()
                                .batch(
                                        "UPDATE begun SET n = n + ? WHERE id = ?",
                                        List.of(List.of(1, 1), List.of(1, 1)))),
                Named.of("what is not ours", tools -> tools.execute(WRITE.sql())),
                Named.of("after a lock", tools -> {
                    tools.sql().query(SqlText.of("SELECT n FROM begun WHERE id = 1 FOR UPDATE"), row -> row.getInt(1));
                    tools.sql().update(WRITE);
                }));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void beginsWithTheFirstStatementThatMayWrite(Consumer<Tools> write) {
        var tools = new Tools(transactions, sql, dataSource);

        assertThatThrownBy(() -> transactions.write(() -> {
                    assertThat(state()).as("what reads needs none").isEqualTo("0 1");
                    write.accept(tools);
                    assertThat(state())
                            .as("in a transaction, without autocommit off")
                            .isEqualTo("1 1");
                    assertThat(n()).as("seen by its own reads").isPositive();
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(n()).as("all of it is gone").isZero();

        transactions.write(() -> {
            write.accept(tools);
            return true;
        });
        assertThat(n()).as("all of it stays").isPositive();
        assertThat(state()).as("what comes next").isEqualTo("0 1");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void nothingIsSeenOutsideBeforeTheEnd(Consumer<Tools> write) {
        var tools = new Tools(transactions, sql, dataSource);
        transactions.write(() -> {
            write.accept(tools);
            assertThat(sql.queryOutside(SqlText.of("SELECT n FROM begun WHERE id = 1"), row -> row.getInt(1)))
                    .containsExactly(0);
            return true;
        });
    }

    @Test
    void whatFailedBeforeIsNoTransaction() {
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> transactions.write(() -> {
                        assertThatThrownBy(() -> sql.query(SqlText.of("SELECT n FROM nowhere"), row -> 1))
                                .isInstanceOf(DatabaseFailure.class);
                        sql.update(WRITE);
                        throw new IllegalStateException("taken back");
                    }))
                    .hasMessage("taken back");
            assertThat(n()).isZero();
        }
    }

    @Test
    void whatTheServerEndsBeginsAgain() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    sql.update(WRITE);
                    sql.update(SqlText.of("ALTER TABLE begun ADD COLUMN m INT NULL"));
                    sql.update(WRITE);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(n()).as("a statement that defines data commits").isEqualTo(1);
    }

    @Test
    void aLockIsHeldUntilTheEnd() {
        for (var locking : List.of("FOR UPDATE", "LOCK IN SHARE MODE")) {
            transactions.write(() -> {
                sql.query(SqlText.of("SELECT n FROM begun WHERE id = 1 " + locking), row -> row.getInt(1));
                return assertThat(state()).as(locking).isEqualTo("1 1");
            });
        }
    }

    @Test
    void autocommitIsNeverSwitched() {
        var switched = SqlText.of("SHOW GLOBAL STATUS LIKE 'Com_set_option'");
        transactions.write(() -> sql.update(WRITE));
        var before = sql.query(switched, row -> row.getLong(2));
        for (var i = 0; i < 20; i++) {
            transactions.write(() -> sql.update(WRITE));
        }

        // Other connections may be opened meanwhile, which takes two.
        assertThat(sql.query(switched, row -> row.getLong(2)).getFirst() - before.getFirst())
                .isLessThan(20);
    }

    @Test
    void byHandItIsAConnectionAsOthers() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(connection.getAutoCommit()).isFalse();
            execute(connection, WRITE.sql());
            connection.rollback();
            assertThat(n()).isZero();
            execute(connection, WRITE.sql());
            assertThat(n()).as("the next transaction has begun").isZero();
            connection.setAutoCommit(true);
            assertThat(n()).as("which this commits").isEqualTo(1);
            execute(connection, WRITE.sql());
            assertThat(n()).isEqualTo(2);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private String state() {
        return sql.query(SqlText.of("SELECT CONCAT(@@in_transaction, ' ', @@autocommit + 0)"), row -> row.getString(1))
                .getFirst();
    }

    private int n() {
        return sql.query(SqlText.of("SELECT n FROM begun WHERE id = 1"), row -> row.getInt(1))
                .getFirst();
    }
}
