package dev.rollcall.token;

import dev.rollcall.connection.TokenHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Checks what a token itself can prove: signature, issuer, audience and time. May read signing keys from the
/// database: not for the event loop.
@ApplicationScoped
public class TokenVerifier {
    private static final Set<String> REQUIRED_CLAIMS = Set.of(
            Claims.sub.name(),
            Claims.iat.name(),
            Claims.exp.name(),
            TokenClaims.ID,
            TokenClaims.ORGANIZATION,
            TokenClaims.SCOPE);

    private final JwtCheck check;
    private final TokenConfig config;

    TokenVerifier(JwtCheck check, TokenConfig config) {
        this.check = check;
        this.config = config;
    }

    /// What the token says.
    ///
    /// @throws UnknownKeyException if it is worth a second look after {@link SigningKeys#RELOAD_PAUSE}
    /// @throws InvalidTokenException if the token is not one of ours, or not at this time
    public VerifiedToken verify(String token, TokenHash hash) {
        return toVerified(check.claims(token, config.audience(), REQUIRED_CLAIMS), hash);
    }

    private static VerifiedToken toVerified(JsonWebToken token, TokenHash hash) {
        try {
            return new VerifiedToken(
                    hash,
                    UUID.fromString(token.getTokenID()),
                    UUID.fromString(token.getSubject()),
                    UUID.fromString(token.getClaim(TokenClaims.ORGANIZATION)),
                    Instant.ofEpochSecond(token.getExpirationTime()));
        } catch (RuntimeException _) {
            throw new InvalidTokenException("claims of another form");
        }
    }
}
