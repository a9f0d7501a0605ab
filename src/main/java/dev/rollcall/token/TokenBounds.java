package dev.rollcall.token;

import dev.rollcall.startup.LimitBounds;
import jakarta.enterprise.context.ApplicationScoped;

/// The times of access tokens: a retired signing key is known for as long as any token lives, and no longer.
@ApplicationScoped
class TokenBounds extends LimitBounds {

    TokenBounds(TokenConfig config) {
        check("rollcall.tokens.access-token-lifetime", config.accessTokenLifetime());
        if (config.accessTokenLifetime().compareTo(config.maximumLifetime()) > 0) {
            problem("rollcall.tokens.access-token-lifetime is longer than rollcall.tokens.maximum-lifetime");
        }
    }
}
