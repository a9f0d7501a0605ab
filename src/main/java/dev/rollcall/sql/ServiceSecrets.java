package dev.rollcall.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Random secrets that all replicas share. Whichever asks first for one makes it.
@ApplicationScoped
public class ServiceSecrets {
    private static final int BYTES = 32;

    private final Sql sql;
    private final Clock clock;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    ServiceSecrets(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The secret with this name, 32 bytes. It is read once and then remembered.
    public byte[] secret(String name) {
        return secrets.computeIfAbsent(name, this::shared).clone();
    }

    private byte[] shared(String name) {
        var own = new byte[BYTES];
        new SecureRandom().nextBytes(own);
        sql.update(SqlText.of(
                "INSERT IGNORE INTO service_secret (name, secret, created) VALUES (?, ?, ?)",
                name,
                own,
                clock.millis()));
        return sql.query(SqlText.of("SELECT secret FROM service_secret WHERE name = ?", name), row -> row.getBytes(1))
                .getFirst();
    }
}
