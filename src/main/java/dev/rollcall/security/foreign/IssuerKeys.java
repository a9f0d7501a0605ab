package dev.rollcall.security.foreign;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/// The public keys of an issuer, as it publishes them (RFC 7517 §5). They are read again where a token names one that
/// is not known, at most once in {@link #PAUSE}: no token can make the service ask more often.
final class IssuerKeys {
    /// The shortest time between two readings, also behind one that failed.
    static final Duration PAUSE = Duration.ofSeconds(5);

    /// After which they are read again in any case, so that a key that was withdrawn ends.
    static final Duration REFRESH = Duration.ofMinutes(5);

    /// How long they serve while the issuer is away.
    static final Duration LONGEST_USE = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final Duration TIME_OUT = Duration.ofSeconds(2);
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final String url;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN, Instant.MIN);

    IssuerKeys(String url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    /// @param read when the keys were last read
    /// @param tried when they were last asked for
    private record Known(Map<String, PublicJsonWebKey> keys, Instant read, Instant tried) {
        private boolean isYounger(Instant since, Duration age, Instant now) {
            return since.isAfter(now.minus(age));
        }

        private boolean isFresh(Instant now) {
            return isYounger(read, REFRESH, now);
        }

        private boolean isUsable(Instant now) {
            return isYounger(read, LONGEST_USE, now);
        }

        private boolean isPaused(Instant now) {
            return isYounger(tried, PAUSE, now);
        }

        private boolean hasFailed() {
            return tried.isAfter(read);
        }
    }

    /// The key with this id; empty where the issuer has none.
    ///
    /// @throws IssuerAwayException if that is not known, since the issuer does not answer
    Optional<PublicJsonWebKey> find(String keyId) {
        var now = clock.instant();
        var current = known;
        if (!current.isFresh(now) || !current.keys.containsKey(keyId)) {
            current = readAgain();
        }
        var key = current.isUsable(now) ? current.keys.get(keyId) : null;
        if (key == null && (current.hasFailed() || !current.isUsable(now))) {
            throw new IssuerAwayException();
        }
        return Optional.ofNullable(key);
    }

    private Known readAgain() {
        reading.lock();
        try {
            var now = clock.instant();
            // Perhaps another thread has read them while this one waited.
            if (!known.isPaused(now)) {
                known = read(now);
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    private Known read(Instant now) {
        try {
            return new Known(usable(new JsonWebKeySet(get().get(url).getBody())), now, now);
        } catch (IOException | JoseException | RuntimeException e) {
            LOG.warnf("The keys of the issuer of operators' tokens cannot be read from %s: %s", url, e.toString());
            return new Known(known.keys, known.read, now);
        }
    }

    private static Map<String, PublicJsonWebKey> usable(JsonWebKeySet published) {
        var keys = new HashMap<String, PublicJsonWebKey>();
        for (var key : published.getJsonWebKeys()) {
            var signs = key.getUse() == null || key.getUse().equals(Use.SIGNATURE);
            if (key instanceof PublicJsonWebKey open && key.getKeyId() != null && signs) {
                keys.put(key.getKeyId(), open);
            }
        }
        return Map.copyOf(keys);
    }

    private static Get get() {
        var get = new Get();
        get.setConnectTimeout(Math.toIntExact(TIME_OUT.toMillis()));
        get.setReadTimeout(Math.toIntExact(TIME_OUT.toMillis()));
        get.setRetries(0);
        get.setResponseBodySizeLimit(LARGEST_ANSWER);
        return get;
    }
}
