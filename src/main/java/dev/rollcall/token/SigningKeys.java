package dev.rollcall.token;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The keys that sign tokens. One is active: it is made when the first replica starts and kept in the database,
/// or given by file. Retired ones go on verifying until the last token they can have signed has expired.
///
/// Everything here may read the database: not for the event loop.
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /// So that tokens with invented key ids do not become database load.
    public static final Duration RELOAD_PAUSE = Duration.ofMillis(200);

    private final SigningKeyRepository keys;
    private final Audit audit;
    private final TokenConfig config;
    private final Clock clock;

    private volatile Map<String, SigningKey> known = Map.of();
    private long loadedNanos = System.nanoTime() - RELOAD_PAUSE.toNanos();

    SigningKeys(SigningKeyRepository keys, Audit audit, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent start) {
        keys.requireEncryption();
        active();
    }

    /// Puts the private halves of all keys in the database under the key-encryption key that encrypts now.
    ///
    /// @return how many were not
    @Transacted
    public long renewEncryption() {
        var before = keys.encryptionKeyIds();
        var renewed = keys.renewEncryption();
        if (renewed > 0) {
            note("signing-key.encryption-rotated", "encryptionKeyIds", before, keys.encryptionKeyIds());
        }
        return renewed;
    }

    private void note(String action, String field, Object before, Object after) {
        audit.note(new Change(null, action, "", "Signing keys", Map.of(field, before), Map.of(field, after)));
    }

    /// The key that signs now; made if there is none.
    SigningKey active() {
        return config.signingKeyLocation().isPresent() ? fromFile() : fromDatabase();
    }

    /// A token with these claims, signed by the active key.
    ///
    /// @param type of the token (RFC 7515 §4.1.9)
    public String sign(JwtClaimsBuilder claims, String type) {
        var key = active();
        return claims.jws()
                .header("typ", type)
                .keyId(key.id())
                .algorithm(key.algorithm().signature())
                .sign(Objects.requireNonNull(key.privateKey()));
    }

    /// The key with this id, if tokens that it signed can still be valid. One that was made less than {@link
    /// #RELOAD_PAUSE} ago may not be found yet.
    Optional<SigningKey> find(String id) {
        var key = known.get(id);
        return Optional.ofNullable(key == null ? reload().get(id) : key);
    }

    /// The keys for JWKS: whatever verifies.
    List<SigningKey> published() {
        return keys.retiredAfter(clock.instant().minus(config.maximumLifetime()));
    }

    /// Puts a new key in the place of the active one. Tokens that the old one signed stay valid. Those who
    /// rotate at the same time get the same new key.
    ///
    /// @return the id of the new key
    /// @throws RefusedException if the key is given by file
    @Transacted
    public String rotate() {
        if (config.signingKeyLocation().isPresent()) {
            throw RefusedException.invalid(
                    "The signing key is given by the file in rollcall.tokens.signing-key-location."
                            + " Replace the file and restart the service.");
        }
        var before = fromDatabase();
        var isReplaced = keys.replaceActive(before, newKey());
        var active = fromDatabase();
        if (isReplaced) {
            note("signing-key.rotated", "active", before.id(), active.id());
            LOG.infof("Signing key rotated: %s signs from now", active.id());
        }
        return active.id();
    }

    private SigningKey fromDatabase() {
        return keys.active().orElseGet(this::make);
    }

    private SigningKey make() {
        keys.activateIfNone(newKey());
        return keys.active().orElseThrow(() -> new IllegalStateException("There is no active signing key"));
    }

    private SigningKey fromFile() {
        var key = SigningKeyFile.read(config.signingKeyLocation().orElseThrow(), clock.instant());
        keys.publishFromFile(key);
        return key;
    }

    private SigningKey newKey() {
        return SigningKey.of(KeyAlgorithm.ES256, KeyAlgorithm.newEs256Pair(), clock.instant());
    }

    private synchronized Map<String, SigningKey> reload() {
        if (System.nanoTime() - loadedNanos >= RELOAD_PAUSE.toNanos()) {
            known = published().stream().collect(Collectors.toUnmodifiableMap(SigningKey::id, Function.identity()));
            loadedNanos = System.nanoTime();
        }
        return known;
    }
}
