package dev.rollcall.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Checks what every token of ours has to prove, at whatever door: signature, issuer, audience and time. May read
/// signing keys from the database: not for the event loop.
@ApplicationScoped
public class JwtCheck {
    private final JWTParser parser;
    private final SigningKeys keys;
    private final TokenConfig config;

    JwtCheck(JWTParser parser, SigningKeys keys, TokenConfig config) {
        this.parser = parser;
        this.keys = keys;
        this.config = config;
    }

    /// The claims of a token for this audience.
    ///
    /// @throws UnknownKeyException if it is worth a second look after {@link SigningKeys#RELOAD_PAUSE}
    /// @throws InvalidTokenException if the token is not one of ours, not for this audience or not at this time
    public JsonWebToken claims(String token, String audience, Set<String> requiredClaims) {
        var key = keys.find(keyId(token)).orElseThrow(UnknownKeyException::new);
        var expected = new JWTAuthContextInfo(key.publicKey(), config.issuer());
        // The key says which algorithm, never the token: otherwise a public key could be used as a secret one.
        expected.setSignatureAlgorithm(Set.of(key.algorithm().signature()));
        expected.setExpectedAudience(Set.of(audience));
        expected.setRequiredClaims(requiredClaims);
        expected.setClockSkew(Math.toIntExact(config.leeway().toSeconds()));
        try {
            return parser.parse(token, expected);
        } catch (ParseException | RuntimeException _) {
            throw new InvalidTokenException("wrong signature, issuer, audience, time or claims");
        }
    }

    /// The type of a token that was checked (RFC 7515 §4.1.9); null where it says none.
    static @Nullable String type(String token) {
        return parsed(token).getHeader("typ");
    }

    /// Read before anything is verified, hence used for nothing but to choose one of our own keys.
    private static String keyId(String token) {
        var keyId = parsed(token).getKeyIdHeaderValue();
        if (keyId == null) {
            throw new InvalidTokenException("no key id");
        }
        return keyId;
    }

    private static JsonWebStructure parsed(String token) {
        try {
            return JsonWebStructure.fromCompactSerialization(token);
        } catch (JoseException | RuntimeException _) {
            throw new InvalidTokenException("malformed");
        }
    }
}
