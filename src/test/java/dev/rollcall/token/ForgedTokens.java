package dev.rollcall.token;

import dev.rollcall.testing.TestTokens.TestToken;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that are almost right.
@ApplicationScoped
public class ForgedTokens {
    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock;

    ForgedTokens(SigningKeys keys, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /// By what is wrong with each; made from a token that is right.
    public Map<String, String> of(TestToken good) {
        var token = good.token();
        var parts = token.split("\\.", -1);
        var other = KeyAlgorithm.newEs256Pair();
        return Map.ofEntries(
                Map.entry("empty", ""),
                Map.entry("no JWT", "opaque"),
                Map.entry("not a token's characters", "a b, \"c\""),
                Map.entry("truncated", token.substring(0, token.length() - 10)),
                Map.entry("without signature", parts[0] + "." + parts[1] + "."),
                Map.entry("alg none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                Map.entry("alg none, our key id", encoded(header("none")) + "." + parts[1] + "."),
                Map.entry("alg of another family", encoded(header("RS256")) + "." + parts[1] + "." + parts[2]),
                Map.entry("public key as secret", hmac(good)),
                Map.entry("changed claims", parts[0] + "." + encoded("{\"sub\":\"x\"}") + "." + parts[2]),
                Map.entry(
                        "wrong signature",
                        signed(good, claims -> claims, other, keys.active().id())),
                Map.entry("unknown key", signed(good, claims -> claims, other, "unknown")),
                Map.entry("other issuer", ours(good, claims -> claims.issuer("someone"))),
                Map.entry("other audience", ours(good, claims -> claims.audience("something"))),
                Map.entry("expired", ours(good, claims -> claims.expiresAt(past(Duration.ofMinutes(1))))),
                Map.entry("without a jti", ours(good, claims -> claims.claim("jti", ""))),
                Map.entry(
                        "unknown jti",
                        ours(
                                good,
                                claims -> claims.claim("jti", UUID.randomUUID().toString()))),
                Map.entry("of no organization", ours(good, claims -> claims.claim("org", "none"))),
                Map.entry(
                        "of another organization",
                        ours(
                                good,
                                claims -> claims.claim("org", UUID.randomUUID().toString()))),
                Map.entry(
                        "other subject",
                        ours(good, claims -> claims.subject(UUID.randomUUID().toString()))),
                Map.entry("same claims, another hash", ours(good, claims -> claims.claim("extra", "1"))));
    }

    private String ours(TestToken good, UnaryOperator<JwtClaimsBuilder> change) {
        var key = keys.active();
        return signed(good, change, new KeyPair(key.publicKey(), key.privateKey()), key.id());
    }

    private String signed(TestToken good, UnaryOperator<JwtClaimsBuilder> change, KeyPair pair, String keyId) {
        return change.apply(claims(good))
                .jws()
                .keyId(keyId)
                .algorithm(KeyAlgorithm.ES256.signature())
                .sign(Objects.requireNonNull(pair.getPrivate()));
    }

    private String hmac(TestToken good) {
        return claims(good)
                .jws()
                .keyId(keys.active().id())
                .sign(new SecretKeySpec(keys.active().publicKey().getEncoded(), "HmacSHA256"));
    }

    private JwtClaimsBuilder claims(TestToken good) {
        return Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(good.connectionId().toString())
                .claim("org", good.organizationId().toString())
                .claim("jti", good.credentialId().toString())
                .claim("scope", "scim.read scim.write")
                .issuedAt(past(Duration.ofMinutes(2)))
                .expiresAt(clock.instant().plus(Duration.ofDays(1)));
    }

    private Instant past(Duration ago) {
        return clock.instant().minus(ago);
    }

    private String header(String algorithm) {
        return "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keys.active().id() + "\"}";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
