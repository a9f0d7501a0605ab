package dev.rollcall.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What a transaction writes later.
@QuarkusTest
class LaterTest {
    private final Sql sql;
    private final Transactions transactions;

    LaterTest(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private static SqlText insert(UUID id, String name) {
        return SqlText.of(
                "INSERT INTO organization (id, name, plan, created) VALUES (?, ?, 'FREE', 0)",
                ResourceIds.bytes(id),
                name);
    }

    private int count(UUID id) {
        var query = SqlText.of("SELECT COUNT(*) FROM organization WHERE id = ?", ResourceIds.bytes(id));
        return sql.query(query, row -> row.getInt(1)).getFirst();
    }

    private static SqlText rename(UUID id, String name) {
        return SqlText.of("UPDATE organization SET name = ? WHERE id = ?", name, ResourceIds.bytes(id));
    }

    private void delete(UUID id) {
        sql.update(SqlText.of("DELETE FROM organization WHERE id = ?", ResourceIds.bytes(id)));
    }

    @Test
    void isThereWhenTheTransactionAsksOrHasEnded() {
        var id = UUID.randomUUID();
        var second = UUID.randomUUID();
        transactions.write(() -> {
            sql.later(insert(id, id + "?"));
            sql.laterUnlessLost(rename(id, id.toString()));
            assertThat(count(id)).isEqualTo(1);
            sql.later(insert(second, second.toString()));
            return true;
        });

        assertThat(count(id)).isEqualTo(1);
        assertThat(count(second)).isEqualTo(1);
        delete(id);
        delete(second);
    }

    @Test
    void isGoneWithTheTransaction() {
        var id = UUID.randomUUID();

        assertThatThrownBy(() -> transactions.write(() -> {
                    sql.later(insert(id, id.toString()));
                    sql.later(insert(UUID.randomUUID(), id.toString()));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        duplicate -> assertThat(duplicate.key()).isEqualTo("organization_name"));
        assertThat(count(id)).isZero();
    }

    @Test
    void isBegunAgainWhereAnotherWriterWasFaster() {
        var id = UUID.randomUUID();
        var attempts = new AtomicInteger();
        transactions.write(() -> {
            var isFirst = attempts.incrementAndGet() == 1;
            sql.later(insert(id, id.toString()));
            sql.laterUnlessLost(rename(isFirst ? UUID.randomUUID() : id, id + "!"));
            return true;
        });

        assertThat(attempts).hasValue(2);
        assertThat(count(id)).isEqualTo(1);
        delete(id);
    }

    @Test
    void goesInOnePacketInItsOrderUnlessItIsLarge() {
        var packets = new ArrayList<String>();
        var waiting = new Waiting(statements -> packets.add(Waiting.text(statements)));
        List.of("A", "B").forEach(text -> waiting.add(new Waiting.Statement(SqlText.of(text), false)));
        waiting.flush();
        waiting.flush();
        var large = "x".repeat(1 << 20);
        List.of("C", "D").forEach(text -> waiting.add(new Waiting.Statement(SqlText.of(text, large), false)));
        waiting.flush();

        assertThat(packets).containsExactly("/*client prepare*/A; B", "/*client prepare*/C", "/*client prepare*/D");
    }
}
