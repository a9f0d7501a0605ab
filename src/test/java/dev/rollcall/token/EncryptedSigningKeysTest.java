package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Audit;
import dev.rollcall.envelope.Envelopes;
import dev.rollcall.envelope.GivenKeys;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Services that start one after the other, or at once, on one database.
@QuarkusTest
class EncryptedSigningKeysTest {
    private static final String OLD = key("0123456789abcdef0123456789abcdef");
    private static final String NEW = key("fedcba9876543210fedcba9876543210");

    private final Sql sql;
    private final Transactions transactions;
    private final Audit audit;
    private final TokenConfig config;
    private final Clock clock;

    EncryptedSigningKeysTest(Sql sql, Transactions transactions, Audit audit, TokenConfig config, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @BeforeEach
    @AfterEach
    void removeKeys() {
        sql.update(SqlText.of("DELETE FROM signing_key"));
    }

    private static String key(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8));
    }

    /// A service that starts with these keys.
    private SigningKeys started(Envelopes envelopes) {
        var keys = new SigningKeys(new SigningKeyRepository(envelopes, sql), audit, config, clock);
        transactions.write(() -> {
            keys.prepare(new StartupEvent());
            return keys;
        });
        return keys;
    }

    private String active(SigningKeys keys) {
        return transactions.write(() -> {
            assertThat(keys.active().privateKey()).isNotNull();
            return keys.active().id();
        });
    }

    private long renew(SigningKeys keys) {
        return transactions.write(keys::renewEncryption);
    }

    private List<byte[]> privateHalves() {
        return sql.query(SqlText.of("SELECT private_key FROM signing_key"), row -> row.getBytes(1));
    }

    private List<String> encryptionKeys() {
        return sql.query(
                SqlText.of("SELECT coalesce(encryption_key_id, 'plain') FROM signing_key"), row -> row.getString(1));
    }

    private String lastChange() {
        return sql.query(
                        SqlText.of("SELECT action FROM audit_entry WHERE organization_id IS NULL ORDER BY id DESC"),
                        row -> row.getString(1))
                .getFirst();
    }

    @Test
    void encryptsAtTheStartWhatWasPlain() {
        var id = active(started(GivenKeys.envelopes(null)));
        var plain = privateHalves();

        var encrypted = started(GivenKeys.envelopes(OLD));

        assertThat(active(encrypted)).isEqualTo(id);
        assertThat(encryptionKeys())
                .containsExactly(GivenKeys.envelopes(OLD).keyId().orElseThrow());
        assertThat(privateHalves()).hasSize(1).isNotEqualTo(plain);
        assertThat(active(started(GivenKeys.envelopes(OLD)))).isEqualTo(id);
    }

    @Test
    void makesNoPlainKeyWhereOneIsGiven() {
        started(GivenKeys.envelopes(OLD));

        assertThat(encryptionKeys()).doesNotContain("plain").hasSize(1);
    }

    @Test
    void encryptsOnceHoweverManyStartAtOnce() throws Exception {
        var id = active(started(GivenKeys.envelopes(null)));
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<String>>();
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var replica = 0; replica < 4; replica++) {
                running.add(replicas.submit(() -> {
                    start.await();
                    return active(started(GivenKeys.envelopes(OLD)));
                }));
            }
            start.countDown();
        }

        for (var replica : running) {
            assertThat(replica.get()).isEqualTo(id);
        }
        assertThat(active(started(GivenKeys.envelopes(OLD)))).isEqualTo(id);
    }

    @Test
    void isPutUnderAnotherKeyWithoutChangingItself() {
        var id = active(started(GivenKeys.envelopes(OLD)));
        var before = privateHalves();

        var both = started(GivenKeys.envelopes(NEW, OLD));
        assertThat(renew(both)).isEqualTo(1);

        assertThat(renew(both)).isZero();
        assertThat(lastChange()).isEqualTo("signing-key.encryption-rotated");
        assertThat(privateHalves()).usingElementComparator(Arrays::compare).isEqualTo(before);
        assertThat(active(started(GivenKeys.envelopes(NEW)))).isEqualTo(id);
    }

    @Test
    void stopsTheStartWithoutTheKeyThatIsNeeded() {
        started(GivenKeys.envelopes(OLD));
        var needed = GivenKeys.envelopes(OLD).keyId().orElseThrow();

        for (var wrong : List.of(GivenKeys.envelopes(null), GivenKeys.envelopes(NEW))) {
            assertThatThrownBy(() -> started(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("key-encryption key " + needed + ", which is not given");
        }
    }

    @Test
    void stopsTheStartWhereARowWasChanged() {
        started(GivenKeys.envelopes(OLD));
        sql.update(SqlText.of("UPDATE signing_key SET private_key = concat(private_key, 'x')"));

        assertThatThrownBy(() -> started(GivenKeys.envelopes(OLD))).hasMessageContaining("its row was changed");
    }

    @Test
    void verifiesWithoutReadingPrivateHalves() {
        var id = active(started(GivenKeys.envelopes(OLD)));

        var published = transactions.write(
                () -> new SigningKeys(new SigningKeyRepository(GivenKeys.envelopes(null), sql), audit, config, clock)
                        .published());

        assertThat(published).extracting(SigningKey::id).containsExactly(id);
    }
}
