package dev.rollcall.scim.security;

import dev.rollcall.activity.health.HealthNotes;
import dev.rollcall.activity.health.Mistake;
import dev.rollcall.connection.credential.CredentialStatus;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.token.TokenVerifier;
import dev.rollcall.web.BearerScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Finds out whose a token was that is accepted no more, or not in this way, so that the page of its connection can say
/// what is wrong. Only the very token proves anything; whoever makes one up is told nothing and noted nowhere. It looks
/// off the request's path, and only so often, so that a flood of wrong tokens costs little.
@ApplicationScoped
class RefusedProofs {
    private static final Logger LOG = Logger.getLogger(RefusedProofs.class);
    private static final String BASIC = "basic ";
    private static final int LONGEST = 12_000;
    private static final int MOST_A_SECOND = 20;
    private static final long SECOND = 1_000;

    private final Credentials credentials;
    private final HealthNotes health;
    private final ExecutorService workers;
    private final Clock clock;
    private final AtomicLong second = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();

    RefusedProofs(Credentials credentials, HealthNotes health, ExecutorService workers, Clock clock) {
        this.credentials = credentials;
        this.health = health;
        this.workers = workers;
        this.clock = clock;
    }

    /// Notes what is known to be wrong.
    void note(Admission.Caller caller) {
        if (caller.mistake() != null) {
            health.mistaken(caller.organizationId(), caller.connectionId(), caller.mistake());
        }
    }

    /// Looks for the connection of what was sent as a proof.
    void look(List<String> authorizationHeaders) {
        if (authorizationHeaders.size() != 1) {
            return;
        }
        var header = authorizationHeaders.getFirst();
        var bearer = BearerScheme.token(header);
        var token = bearer.or(() -> basic(header));
        var claimed = token.flatMap(TokenVerifier::claimed);
        if (claimed.isPresent() && mayLook()) {
            try {
                workers.execute(() -> look(token.get(), claimed.get(), bearer.isEmpty()));
            } catch (RejectedExecutionException e) {
                LOG.debugf("Nobody looks for a refused token: %s", e.getMessage());
            }
        }
    }

    private boolean mayLook() {
        var now = clock.millis() / SECOND;
        if (second.getAndSet(now) != now) {
            looks.set(0);
        }
        return looks.incrementAndGet() <= MOST_A_SECOND;
    }

    private void look(String token, TokenVerifier.Claimed claimed, boolean isBasic) {
        try {
            credentials
                    .status(claimed.organizationId(), claimed.credentialId())
                    .filter(status -> status.tokenHash().equals(SecretHash.of(token)))
                    .ifPresent(status -> health.mistaken(
                            claimed.organizationId(), status.credential().connectionId(), mistake(status, isBasic)));
        } catch (RuntimeException failure) {
            LOG.debugf("A refused token is not looked for: %s", failure.getMessage());
        }
    }

    private static Mistake mistake(CredentialStatus status, boolean isBasic) {
        if (isBasic) {
            return Mistake.BASIC_AUTHENTICATION;
        }
        return status.credential().revoked() == null ? Mistake.EXPIRED_TOKEN : Mistake.REVOKED_TOKEN;
    }

    /// What was sent as the password, or instead of it as the name (RFC 7617).
    private static Optional<String> basic(String header) {
        if (header.length() > LONGEST || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            var password = pair.substring(colon + 1);
            return Optional.of(password.isEmpty() && colon > 0 ? pair.substring(0, colon) : password);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
