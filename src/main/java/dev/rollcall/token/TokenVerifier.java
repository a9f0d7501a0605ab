package dev.rollcall.token;

import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.connection.credential.TokenHash;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

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

    private final JWTParser parser;
    private final SigningKeys keys;
    private final TokenConfig config;

    TokenVerifier(JWTParser parser, SigningKeys keys, TokenConfig config) {
        this.parser = parser;
        this.keys = keys;
        this.config = config;
    }

    /// What the token says.
    ///
    /// @throws UnknownKeyException if it is worth a second look after {@link SigningKeys#RELOAD_PAUSE}
    /// @throws InvalidTokenException if the token is not one of ours, or not at this time
    public VerifiedToken verify(String token, TokenHash hash) {
        var header = header(token);
        var key = keys.find(header.keyId()).orElseThrow(UnknownKeyException::new);
        return toVerified(parse(token, key), hash, header.kind());
    }

    /// Read before anything is verified, hence used only afterwards, but to choose one of our own keys.
    private static Header header(String token) {
        JsonWebStructure parsed;
        try {
            parsed = JsonWebStructure.fromCompactSerialization(token);
        } catch (JoseException | RuntimeException _) {
            throw new InvalidTokenException("malformed");
        }
        var keyId = parsed.getKeyIdHeaderValue();
        if (keyId == null) {
            throw new InvalidTokenException("no key id");
        }
        return new Header(
                keyId,
                TokenClaims.ACCESS_TOKEN_TYPE.equals(parsed.getHeader("typ"))
                        ? CredentialKind.OAUTH_CLIENT
                        : CredentialKind.BEARER_TOKEN);
    }

    private record Header(String keyId, CredentialKind kind) {}

    private JsonWebToken parse(String token, SigningKey key) {
        var expected = new JWTAuthContextInfo(key.publicKey(), config.issuer());
        // The key says which algorithm, never the token: otherwise a public key could be used as a secret one.
        expected.setSignatureAlgorithm(Set.of(key.algorithm().signature()));
        expected.setExpectedAudience(Set.of(config.audience()));
        expected.setRequiredClaims(REQUIRED_CLAIMS);
        expected.setClockSkew(Math.toIntExact(config.leeway().toSeconds()));
        try {
            return parser.parse(token, expected);
        } catch (ParseException | RuntimeException _) {
            throw new InvalidTokenException("wrong signature, issuer, audience, time or claims");
        }
    }

    private static VerifiedToken toVerified(JsonWebToken token, TokenHash hash, CredentialKind kind) {
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
