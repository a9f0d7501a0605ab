package dev.rollcall.token;

import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.SecretHash;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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

    private static final int LONGEST = 8_192;
    private static final int PARTS = 3;

    private final JwtCheck check;
    private final TokenConfig config;

    TokenVerifier(JwtCheck check, TokenConfig config) {
        this.check = check;
        this.config = config;
    }

    /// The credential that a token says it is.
    public record Claimed(UUID organizationId, UUID credentialId) {}

    /// What the token says.
    ///
    /// @throws UnknownKeyException if it is worth a second look after {@link SigningKeys#RELOAD_PAUSE}
    /// @throws InvalidTokenException if the token is not one of ours, or not at this time
    public VerifiedToken verify(String token, SecretHash hash) {
        return toVerified(check.claims(token, config.audience(), REQUIRED_CLAIMS), hash, kind(token));
    }

    /// The credential that a text says it is, which it does not prove; empty where it has not the form of a token.
    public static Optional<Claimed> claimed(String token) {
        var parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return Optional.of(new Claimed(
                    UUID.fromString(claims.getString(TokenClaims.ORGANIZATION)),
                    UUID.fromString(claims.getString(TokenClaims.ID))));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /// Read after the signature is verified.
    private static CredentialKind kind(String token) {
        return TokenClaims.ACCESS_TOKEN_TYPE.equals(JwtCheck.type(token))
                ? CredentialKind.OAUTH_CLIENT
                : CredentialKind.BEARER_TOKEN;
    }

    private static VerifiedToken toVerified(JsonWebToken token, SecretHash hash, CredentialKind kind) {
        try {
            return new VerifiedToken(
                    hash,
                    credentialId(token, kind),
                    kind,
                    UUID.fromString(token.getSubject()),
                    UUID.fromString(token.getClaim(TokenClaims.ORGANIZATION)),
                    Scope.parse(token.getClaim(TokenClaims.SCOPE)),
                    Instant.ofEpochSecond(token.getExpirationTime()));
        } catch (RuntimeException _) {
            throw new InvalidTokenException("claims of another form");
        }
    }

    /// An access token names its client, and no other token names one: neither can pass for the other.
    private static UUID credentialId(JsonWebToken token, CredentialKind kind) {
        var id = UUID.fromString(token.getTokenID());
        var client = token.<String>claim(TokenClaims.CLIENT);
        return switch (kind) {
            case OAUTH_CLIENT -> UUID.fromString(client.orElseThrow());
            case BEARER_TOKEN -> {
                if (client.isPresent()) {
                    throw new InvalidTokenException("a client's, of another type");
                }
                yield id;
            }
        };
    }
}
