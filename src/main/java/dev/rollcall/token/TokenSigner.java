package dev.rollcall.token;

import dev.rollcall.connection.credential.Scope;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/// Signs tokens with the key that is active. Reads the database.
@ApplicationScoped
class TokenSigner {
    private final SigningKeys keys;
    private final TokenConfig config;

    TokenSigner(SigningKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /// What every token says of whom it is for.
    static JwtClaimsBuilder claims(UUID organizationId, UUID connectionId, Set<Scope> scopes) {
        return Jwt.subject(connectionId.toString())
                .claim(TokenClaims.ORGANIZATION, organizationId.toString())
                .claim(TokenClaims.SCOPE, Scope.format(scopes));
    }

    /// The compact form of a token of this type (RFC 7515 §4.1.9) with these claims, issued here.
    String sign(JwtClaimsBuilder claims, String type) {
        return keys.sign(claims.issuer(config.issuer()).audience(config.audience()), type);
    }
}
