package dev.rollcall.security.operator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Tokens of operators. Every replica has the same settings.
@ConfigMapping(prefix = "rollcall.operators")
public interface OperatorConfig {
    /// The `aud` claim: never that of the tokens of connections.
    @WithDefault("rollcall-operators")
    String audience();

    /// How long a token lives where its issuing does not say.
    @WithDefault("90D")
    Duration lifetime();
}
