package dev.rollcall.token;

import dev.rollcall.connection.TokenHash;
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
import org.jspecify.annotations.Nullable;

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
        var key = keys.find(keyId(token)).orElseThrow(UnknownKeyException::new);
        return toVerified(parse(token, key), hash);
    }

    /// Read before anything is verified, hence used for nothing but to choose one of our own keys.
    private static String keyId(String token) {
        @Nullable String keyId;
        try {
            keyId = JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
        } catch (JoseException | RuntimeException _) {
            throw new InvalidTokenException("malformed");
        }
        if (keyId == null) {
            throw new InvalidTokenException("no key id");
        }
        return keyId;
    }

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
