package dev.rollcall.token;

import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.digest.SecretHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Tells tokens that were issued here and are neither expired nor revoked. Reads the database.
@ApplicationScoped
public class LiveTokens {
    private final TokenVerifier verifier;
    private final Credentials credentials;
    private final Clock clock;

    LiveTokens(TokenVerifier verifier, Credentials credentials, Clock clock) {
        this.verifier = verifier;
        this.credentials = credentials;
        this.clock = clock;
    }

    /// Whether this is one of them, whatever the state of its connection.
    public boolean contains(String token) {
        var hash = SecretHash.of(token);
        try {
            var verified = verifier.verify(token, hash);
            return credentials
                    .status(verified.organizationId(), verified.credentialId())
                    .filter(status -> status.tokenHash().equals(hash))
                    .filter(status -> status.credential().isLive(clock.instant()))
                    .isPresent();
        } catch (InvalidTokenException _) {
            return false;
        }
    }
}
