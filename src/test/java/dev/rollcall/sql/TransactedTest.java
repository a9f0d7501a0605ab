package dev.rollcall.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a method promises that is transacted, on the real database.
@QuarkusTest
class TransactedTest {
    private final Writing writing;
    private final Transactions transactions;
    private final Sql sql;
    private final AtomicInteger attempts = new AtomicInteger();

    TransactedTest(Writing writing, Transactions transactions, Sql sql) {
        this.writing = writing;
        this.transactions = transactions;
        this.sql = sql;
    }

    /// Writes in a transaction what a test asks for.
    @ApplicationScoped
    static class Writing {
        @Transacted
        <T> T run(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @BeforeEach
    void makeTable() {
        sql.update(SqlText.of("CREATE OR REPLACE TABLE transacted (id INT PRIMARY KEY, name VARCHAR(100) NOT NULL,"
                + " UNIQUE KEY transacted_name (name)) ENGINE=InnoDB"));
        sql.update(SqlText.of("INSERT INTO transacted VALUES (1, 'first')"));
    }

    @AfterEach
    void dropTable() {
        sql.update(SqlText.of("DROP TABLE transacted"));
    }

    @Test
    void beginsAgainWhereItLost() throws Exception {
        writing.run(() -> {
            insert(2, "second");
            loseTheFirstTime();
            return insert(3, "third");
        });

        assertThat(attempts).hasValue(2);
        assertThat(names()).containsExactly("first", "second", "third");
    }

    @Test
    void isAPartOfTheTransactionThatIsRunning() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    within(() -> insert(2, "second"));
                    throw new IllegalStateException("after it");
                }))
                .hasMessage("after it");

        assertThat(names()).containsExactly("first");
    }

    @Test
    void whereAPartLostTheWholeBeginsAgain() {
        transactions.write(() -> {
            insert(2, "second");
            return within(() -> {
                loseTheFirstTime();
                return insert(3, "third");
            });
        });

        assertThat(attempts).hasValue(2);
        assertThat(names()).containsExactly("first", "second", "third");
    }

    @Test
    void leavesNothingWhereItFailsAndSaysWhy() {
        var failure = new IllegalArgumentException("no");

        assertThatThrownBy(() -> writing.run(() -> {
                    attempts.incrementAndGet();
                    insert(2, "second");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(attempts).hasValue(1);
        assertThat(names()).containsExactly("first");
    }

    @Test
    void aCheckedExceptionIsTheCause() {
        var failure = new IOException("no");

        assertThatThrownBy(() -> writing.run(() -> {
                    throw failure;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(failure);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            1, second, PRIMARY
            2, first, transacted_name
            """)
    void aDuplicateNamesItsKey(int id, String name, String key) {
        assertDuplicate(id, name, key);
    }

    @Test
    void noNameCanPretendToBeAnotherKey() {
        var name = "x' for key 'PRIMARY";
        insert(2, name);

        assertDuplicate(3, name, "transacted_name");
    }

    private void assertDuplicate(int id, String name, String key) {
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> writing.run(() -> insert(id, name)))
                .satisfies(duplicate -> assertThat(duplicate.key()).isEqualTo(key));
    }

    private <T> T within(Callable<T> work) {
        try {
            return writing.run(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void loseTheFirstTime() {
        if (attempts.incrementAndGet() == 1) {
            sql.update(SqlText.of("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock'"));
        }
    }

    private int insert(int id, String name) {
        return sql.update(SqlText.of("INSERT INTO transacted VALUES (?, ?)", id, name));
    }

    private List<String> names() {
        return sql.query(SqlText.of("SELECT name FROM transacted ORDER BY id"), row -> row.getString(1));
    }
}
