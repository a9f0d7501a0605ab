package dev.rollcall.token;

import dev.rollcall.audit.Audit;
import io.smallrye.jwt.auth.principal.JWTParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// What verifies tokens in a replica that has read no key yet: one that has pauses before it looks for another.
@ApplicationScoped
class NewReplica {
    private final JWTParser parser;
    private final SigningKeyRepository stored;
    private final Audit audit;
    private final TokenConfig config;
    private final Clock clock;

    NewReplica(JWTParser parser, SigningKeyRepository stored, Audit audit, TokenConfig config, Clock clock) {
        this.parser = parser;
        this.stored = stored;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    TokenVerifier verifier() {
        return new TokenVerifier(new JwtCheck(parser, new SigningKeys(stored, audit, config, clock), config), config);
    }
}
