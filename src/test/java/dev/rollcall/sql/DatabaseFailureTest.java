package dev.rollcall.sql;

import static dev.rollcall.sql.DatabaseFailureTest.Meaning.CONFLICT;
import static dev.rollcall.sql.DatabaseFailureTest.Meaning.REFUSED_VALUE;
import static dev.rollcall.sql.DatabaseFailureTest.Meaning.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {
    enum Meaning {
        CONFLICT,
        UNAVAILABLE,
        REFUSED_VALUE,
        NONE
    }

    @ParameterizedTest(name = "{0} ({1}): {2}")
    @CsvSource({
        "1213, 40001, CONFLICT", // Deadlock found when trying to get lock
        "1205, HY000, CONFLICT", // Lock wait timeout exceeded
        "1020, HY000, CONFLICT", // Record has changed since last read
        "0,    40001, CONFLICT", // Whatever else the database calls a serialization failure
        "1047, 08S01, UNAVAILABLE", // WSREP has not yet prepared node for application use
        "1021, HY000, UNAVAILABLE", // Disk full
        "1290, HY000, UNAVAILABLE", // The server is running with --read-only
        "1836, HY000, UNAVAILABLE", // Running in read-only mode
        "1040, 08004, UNAVAILABLE", // Too many connections
        "1317, 70100, UNAVAILABLE", // Query execution was interrupted
        "0,    25S03, UNAVAILABLE", // The driver has reconnected, the transaction is lost
        "0,    ,      UNAVAILABLE", // No connection became free
        "1062, 23000, REFUSED_VALUE", // Duplicate entry
        "1048, 23000, REFUSED_VALUE", // Column cannot be null
        "1406, 22001, REFUSED_VALUE", // Data too long for column
        "1064, 42000, NONE", // Syntax error
        "1146, 42S02, NONE" // Table does not exist
    })
    void hasOneMeaning(int code, @Nullable String state, Meaning meaning) {
        assertThat(meanings(new SQLException("no", state, code)))
                .isEqualTo(meaning == Meaning.NONE ? Set.of() : Set.of(meaning));
    }

    @Test
    void isFoundWhereverItStands() {
        var deadlock = new SQLException("no", "40001", 1213);
        var suppressed = new IllegalStateException("Could not commit");
        suppressed.addSuppressed(new IllegalStateException(deadlock));
        var circle = new IllegalStateException("first");
        circle.initCause(new IllegalStateException("second", circle));

        assertThat(meanings(new IllegalStateException(new IllegalStateException(deadlock))))
                .containsExactly(CONFLICT);
        assertThat(meanings(suppressed)).containsExactly(CONFLICT);
        assertThat(meanings(new IllegalStateException(new OptimisticLockException())))
                .containsExactly(CONFLICT);
        assertThat(meanings(circle)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Duplicate entry 'a-bjensen' for key 'scim_user_user_name'                       | scim_user_user_name
            Duplicate entry 'a-bjensen' for key 'scim_user.scim_user_user_name'             | scim_user_user_name
            (conn=7) Duplicate entry '1' for key 'PRIMARY'                                  | PRIMARY
            Duplicate entry 'a-x for key 'PRIMARY'' for key 'scim_user_user_name'           | scim_user_user_name
            Duplicate entry 'a-x for key 'PRIMARY' and more' for key 'scim_user_user_name'  | scim_user_user_name
            """)
    void aDuplicateNamesItsKeyWhateverItsValueSays(String message, String key) {
        assertThat(DatabaseFailure.violatedKey(new IllegalStateException(new SQLException(message, "23000", 1062))))
                .contains(key);
    }

    @Test
    void noOtherFailureNamesAKey() {
        assertThat(DatabaseFailure.violatedKey(new SQLException("for key 'x'", "23000", 1048)))
                .isEmpty();
    }

    @Test
    void withinATransactionItIsJudgedByTheTransaction() {
        assertThat(DatabaseFailure.of(new SQLException("no", "40001", 1213), true))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void aloneItIsUnavailabilityWhereItPasses() {
        assertThat(DatabaseFailure.of(new SQLException("no", "40001", 1213), false))
                .hasMessage("Other requests were in the way of this one");
        assertThat(DatabaseFailure.of(new SQLException("no", "08S01", 1047), false))
                .hasMessage("The service cannot reach its database");
        assertThat(DatabaseFailure.of(new SQLException("no", "42000", 1064), false))
                .isInstanceOf(DatabaseFailure.class);
    }

    private static Set<Meaning> meanings(Throwable failure) {
        var meanings = EnumSet.noneOf(Meaning.class);
        if (DatabaseFailure.isConflict(failure)) {
            meanings.add(CONFLICT);
        }
        if (DatabaseFailure.isUnavailable(failure)) {
            meanings.add(UNAVAILABLE);
        }
        if (DatabaseFailure.isRefusedValue(failure)) {
            meanings.add(REFUSED_VALUE);
        }
        return meanings;
    }
}
