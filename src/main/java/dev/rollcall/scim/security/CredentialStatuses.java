package dev.rollcall.scim.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.rollcall.connection.credential.CredentialStatus;
import dev.rollcall.connection.credential.CredentialUse;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.web.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What has become of credentials: read from the database on a worker thread, remembered for less than two
/// seconds, however many requests ask. That bounds how long a revoked token lives on, and how many rows are
/// read.
@ApplicationScoped
class CredentialStatuses {
    private static final Logger LOG = Logger.getLogger(CredentialStatuses.class);

    /// While the database is away, so that those who wait for it do not all ask again at once.
    private static final Duration FAILURE_REMEMBERED = Duration.ofMillis(200);

    private final Credentials credentials;
    private final ExecutorService workers;
    private final AsyncCache<Key, Reading> readings;
    private final Cache<Key, Boolean> notedUses;

    CredentialStatuses(Credentials credentials, ExecutorService workers, TokenConfig config) {
        this.credentials = credentials;
        this.workers = workers;
        this.readings = Caffeine.newBuilder()
                .maximumSize(config.cacheSize())
                .executor(workers)
                .expireAfter(
                        Expiry.<Key, Reading>creating((_, reading) -> reading.remainingLife(config.statusRefresh())))
                .buildAsync();
        this.notedUses = Caffeine.newBuilder()
                .maximumSize(config.cacheSize())
                .executor(workers)
                .expireAfterWrite(Credentials.LAST_USED_PRECISION)
                .build();
    }

    /// The status of a credential. Done already when it was read a moment ago; never blocks, never fails.
    CompletableFuture<Reading> of(UUID organizationId, UUID credentialId) {
        return readings.get(new Key(organizationId, credentialId), this::read);
    }

    /// Notes, later and at most once a minute, that the credential was used.
    void noteUse(UUID organizationId, UUID credentialId, Origin origin) {
        var key = new Key(organizationId, credentialId);
        if (notedUses.asMap().putIfAbsent(key, true) == null) {
            workers.execute(() -> noteUse(key, origin));
        }
    }

    private Reading read(Key key) {
        // Before the row is read: a revocation is never later than this reading and yet unseen for longer.
        var startedNanos = System.nanoTime();
        try {
            return new Reading.Read(startedNanos, credentials.status(key.organizationId, key.credentialId));
        } catch (RuntimeException e) {
            LOG.errorf("Credential %s cannot be checked: %s", key.credentialId, rootCause(e));
            return new Reading.Unavailable(startedNanos);
        }
    }

    private void noteUse(Key key, Origin origin) {
        try {
            credentials.noteUse(
                    key.organizationId, key.credentialId, new CredentialUse(origin.address(), origin.product()));
        } catch (RuntimeException e) {
            // Nothing but the display of the last use depends on it.
            LOG.debugf(e, "The use of credential %s is not noted", key.credentialId);
        }
    }

    private static String rootCause(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private record Key(UUID organizationId, UUID credentialId) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key(var itsOrganization, var itsCredential)
                    && organizationId.equals(itsOrganization)
                    && credentialId.equals(itsCredential);
        }

        @Override
        public int hashCode() {
            return credentialId.hashCode();
        }
    }

    /// The outcome of a look into the database, and when the look began.
    sealed interface Reading {

        long startedNanos();

        Duration longestLife(Duration refresh);

        private Duration remainingLife(Duration refresh) {
            var remaining = longestLife(refresh).minusNanos(System.nanoTime() - startedNanos());
            return remaining.isNegative() ? Duration.ZERO : remaining;
        }

        record Read(long startedNanos, Optional<CredentialStatus> status) implements Reading {
            @Override
            public Duration longestLife(Duration refresh) {
                return refresh;
            }
        }

        record Unavailable(long startedNanos) implements Reading {
            @Override
            public Duration longestLife(Duration refresh) {
                return FAILURE_REMEMBERED;
            }
        }
    }
}
