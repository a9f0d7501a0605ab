package dev.rollcall.token;

import io.smallrye.jwt.auth.principal.JWTParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// What verifies tokens in a replica that has read no key yet: one that has pauses before it looks for another.
@ApplicationScoped
class NewReplica {
    private final JWTParser parser;
    private final SigningKeyRepository stored;
    private final TokenConfig config;
    private final Clock clock;

    NewReplica(JWTParser parser, SigningKeyRepository stored, TokenConfig config, Clock clock) {
        this.parser = parser;
        this.stored = stored;
        this.config = config;
        this.clock = clock;
    }

    TokenVerifier verifier() {
        return new TokenVerifier(new JwtCheck(parser, new SigningKeys(stored, config, clock), config), config);
    }
}
