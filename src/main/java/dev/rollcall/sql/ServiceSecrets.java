package dev.rollcall.sql;

import dev.rollcall.envelope.Envelopes;
import dev.rollcall.envelope.Stored;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Random secrets that all replicas share. Whichever asks first for one makes it. They are encrypted in the database
/// where a key-encryption key is given.
@ApplicationScoped
public class ServiceSecrets {
    private static final int BYTES = 32;
    private static final String SELECT = "SELECT name, secret, data_key, encryption_key_id FROM service_secret";

    private final Sql sql;
    private final Envelopes envelopes;
    private final Clock clock;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    ServiceSecrets(Sql sql, Envelopes envelopes, Clock clock) {
        this.sql = sql;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    private record Row(String name, Stored stored) {
        private static Row read(ResultSet row) throws SQLException {
            return new Row(row.getString(1), new Stored(row.getBytes(2), row.getBytes(3), row.getString(4)));
        }
    }

    /// Encrypts what is plain, where a key-encryption key is given, and reads what is encrypted: one that cannot be
    /// read stops the start.
    void prepare(@Observes StartupEvent start) {
        rows().stream().filter(row -> row.stored.keyId() == null).forEach(this::renew);
        rows().forEach(row -> envelopes.read(secretName(row.name), row.stored));
    }

    /// Puts all of them under the key-encryption key that encrypts now.
    ///
    /// @return how many were not
    public long renewEncryption() {
        return rows().stream().filter(this::renew).count();
    }

    /// The secret with this name, 32 bytes. It is read once and then remembered.
    public byte[] secret(String name) {
        return secrets.computeIfAbsent(name, this::shared).clone();
    }

    private byte[] shared(String name) {
        var own = new byte[BYTES];
        new SecureRandom().nextBytes(own);
        var stored = envelopes.store(secretName(name), own);
        sql.update(insert(name, stored));
        var kept = sql.query(SqlText.of(SELECT + " WHERE name = ?", name), Row::read)
                .getFirst();
        return envelopes.read(secretName(name), kept.stored);
    }

    private static String secretName(String name) {
        return "service secret " + name;
    }

    private List<Row> rows() {
        return sql.query(SqlText.of(SELECT + " ORDER BY name"), Row::read);
    }

    /// Whether it was not under the key that encrypts now. Of several replicas one changes the row.
    private boolean renew(Row row) {
        var renewed = envelopes.renewed(secretName(row.name), row.stored);
        return renewed.filter(stored -> sql.update(update(row, stored)) == 1).isPresent();
    }

    private SqlText insert(String name, Stored stored) {
        var dataKey = stored.dataKey();
        var keyId = stored.keyId();
        return dataKey == null || keyId == null
                ? SqlText.of(
                        "INSERT IGNORE INTO service_secret (name, secret, created) VALUES (?, ?, ?)",
                        name,
                        stored.content(),
                        clock.millis())
                : SqlText.of(
                        "INSERT IGNORE INTO service_secret (name, secret, data_key, encryption_key_id, created)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        name,
                        stored.content(),
                        dataKey,
                        keyId,
                        clock.millis());
    }

    private static SqlText update(Row row, Stored renewed) {
        return SqlText.of(
                "UPDATE service_secret SET secret = ?, data_key = ?, encryption_key_id = ? WHERE name = ? AND secret = ?",
                renewed.content(),
                Objects.requireNonNull(renewed.dataKey()),
                Objects.requireNonNull(renewed.keyId()),
                row.name,
                row.stored.content());
    }
}
