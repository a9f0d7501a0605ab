package dev.rollcall.token;

import dev.rollcall.sql.Transacted;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The signing keys in the database. Several replicas may do all of this at once.
@ApplicationScoped
class SigningKeyRepository implements PanacheRepositoryBase<SigningKeyEntity, String> {

    /// The key that signs.
    @Transactional
    Optional<SigningKey> active() {
        return find("active is not null").firstResultOptional().map(SigningKeyEntity::toSigningKey);
    }

    /// All keys that sign or that were retired after the given time, the oldest first.
    @Transactional
    List<SigningKey> retiredAfter(Instant time) {
        return list("retired is null or retired > ?1 order by created, id", time.toEpochMilli()).stream()
                .map(SigningKeyEntity::toSigningKey)
                .toList();
    }

    /// Makes the key the one that signs, unless there is one.
    @Transacted
    void activateIfNone(SigningKey key) {
        // An insert that yields to an existing row, instead of an exception for whoever comes second.
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO signing_key (id, algorithm, public_key, private_key, active, created)
                        VALUES (?1, ?2, ?3, ?4, 1, ?5) ON DUPLICATE KEY UPDATE id = id
                        """)
                .setParameter(1, key.id())
                .setParameter(2, key.algorithm().name())
                .setParameter(3, key.publicKey().getEncoded())
                .setParameter(4, encodedPrivate(key))
                .setParameter(5, key.created().toEpochMilli())
                .executeUpdate();
    }

    /// Retires this key and puts another in its place, if it is still the one that signs.
    @Transacted
    void replaceActive(SigningKey current, SigningKey next) {
        var replaced = update(
                "active = null, retired = ?1 where id = ?2 and active is not null",
                next.created().toEpochMilli(),
                current.id());
        if (replaced > 0) {
            activateIfNone(next);
        }
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

    private static byte[] encodedPrivate(SigningKey key) {
        var privateKey = key.privateKey();
        if (privateKey == null) {
            throw new IllegalArgumentException("A key without its private half cannot sign");
        }
        return privateKey.getEncoded();
    }
}
