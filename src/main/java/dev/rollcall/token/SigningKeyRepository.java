package dev.rollcall.token;

import dev.rollcall.envelope.Envelopes;
import dev.rollcall.envelope.Stored;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transacted;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The signing keys in the database. Several replicas may do all of this at once.
@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKeyEntity, String> {
    // Every start reads them: plain statements, for which nothing has to be built.
    private static final String SELECT = "SELECT id, algorithm, public_key, private_key, data_key, encryption_key_id,"
            + " active, created, retired FROM signing_key";

    private final Envelopes envelopes;
    private final Sql sql;

    SigningKeyRepository(Envelopes envelopes, Sql sql) {
        this.envelopes = envelopes;
        this.sql = sql;
    }

    /// The key that signs.
    Optional<SigningKey> active() {
        return rows(SqlText.of(" WHERE active IS NOT NULL"))
                .map(row -> row.toSigningKey(readable(row)))
                .findFirst();
    }

    /// The public halves of all keys that sign or that were retired after the given time, the oldest first.
    List<SigningKey> retiredAfter(Instant time) {
        return rows(SqlText.of(" WHERE retired IS NULL OR retired > ? ORDER BY created, id", time.toEpochMilli()))
                .map(SigningKeyEntity::toPublicKey)
                .toList();
    }

    private Stream<SigningKeyEntity> rows(SqlText condition) {
        return sql.query(condition.within(SELECT, ""), SigningKeyRepository::read).stream();
    }

    private static SigningKeyEntity read(ResultSet row) throws SQLException {
        var key = new SigningKeyEntity();
        key.id = row.getString("id");
        key.algorithm = KeyAlgorithm.valueOf(row.getString("algorithm"));
        key.publicKey = row.getBytes("public_key");
        key.privateKey = row.getBytes("private_key");
        key.dataKey = row.getBytes("data_key");
        key.encryptionKeyId = row.getString("encryption_key_id");
        key.active = row.getObject("active", Byte.class);
        key.created = row.getLong("created");
        key.retired = row.getObject("retired", Long.class);
        return key;
    }

    /// Makes the key the one that signs, unless there is one.
    @Transacted
    void activateIfNone(SigningKey key) {
        var stored = envelopes.store(SigningKeyEntity.secretName(key.id()), encodedPrivate(key));
        // An insert that yields to an existing row, instead of an exception for whoever comes second.
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO signing_key (id, algorithm, public_key, private_key, data_key, encryption_key_id,
                            active, created)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7) ON DUPLICATE KEY UPDATE id = id
                        """)
                .setParameter(1, key.id())
                .setParameter(2, key.algorithm().name())
                .setParameter(3, key.publicKey().getEncoded())
                .setParameter(4, stored.content())
                .setParameter(5, stored.dataKey())
                .setParameter(6, stored.keyId())
                .setParameter(7, key.created().toEpochMilli())
                .executeUpdate();
    }

    /// Retires this key and puts another in its place, if it is still the one that signs.
    ///
    /// @return whether it was
    @Transacted
    boolean replaceActive(SigningKey current, SigningKey next) {
        var replaced = update(
                "active = null, retired = ?1 where id = ?2 and active is not null",
                next.created().toEpochMilli(),
                current.id());
        if (replaced > 0) {
            activateIfNone(next);
        }
        return replaced > 0;
    }

    /// Publishes a key whose private half is in a file, and retires the ones that came from a file before.
    @Transacted
    void publishFromFile(SigningKey key) {
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO signing_key (id, algorithm, public_key, created)
                        VALUES (?1, ?2, ?3, ?4) ON DUPLICATE KEY UPDATE retired = NULL
                        """)
                .setParameter(1, key.id())
                .setParameter(2, key.algorithm().name())
                .setParameter(3, key.publicKey().getEncoded())
                .setParameter(4, key.created().toEpochMilli())
                .executeUpdate();
        update(
                "retired = ?1 where retired is null and privateKey is null and id <> ?2",
                key.created().toEpochMilli(),
                key.id());
    }

    /// Encrypts what is plain, where a key-encryption key is given, and reads what is encrypted.
    ///
    /// @throws IllegalStateException where one of them cannot be read
    void requireEncryption() {
        var rows = rows(SqlText.of(" WHERE private_key IS NOT NULL")).toList();
        if (rows.stream()
                .anyMatch(row -> row.encryptionKeyId == null && renewed(row).isPresent())) {
            encryptPlain();
        }
        rows.stream().filter(row -> row.encryptionKeyId != null).forEach(this::readable);
    }

    /// Puts private halves that are plain under the key-encryption key.
    @Transacted
    void encryptPlain() {
        find("privateKey is not null and encryptionKeyId is null").withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .forEach(this::renew);
    }

    /// Puts all private halves under the key-encryption key that encrypts now.
    ///
    /// @return how many were not
    /// @throws IllegalStateException where one of them cannot be read
    @Transacted
    long renewEncryption() {
        return find("privateKey is not null").withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(this::renew)
                .count();
    }

    /// The ids of the key-encryption keys under which private halves are; `plain` for those that are under none.
    @Transactional
    List<String> encryptionKeyIds() {
        return list("privateKey is not null").stream()
                .map(row -> row.encryptionKeyId == null ? "plain" : row.encryptionKeyId)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean renew(SigningKeyEntity row) {
        var renewed = renewed(row);
        renewed.ifPresent(row::store);
        return renewed.isPresent();
    }

    private Optional<Stored> renewed(SigningKeyEntity row) {
        return row.stored().flatMap(stored -> envelopes.renewed(SigningKeyEntity.secretName(row.id), stored));
    }

    private byte @Nullable [] readable(SigningKeyEntity row) {
        return row.stored()
                .map(stored -> envelopes.read(SigningKeyEntity.secretName(row.id), stored))
                .orElse(null);
    }

    private static byte[] encodedPrivate(SigningKey key) {
        var privateKey = key.privateKey();
        if (privateKey == null) {
            throw new IllegalArgumentException("A key without its private half cannot sign");
        }
        return privateKey.getEncoded();
    }
}
