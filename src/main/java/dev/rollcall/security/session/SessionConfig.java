package dev.rollcall.security.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Sessions of people. Every replica has the same settings.
@ConfigMapping(prefix = "rollcall.sessions")
public interface SessionConfig {
    /// How long a set-up link can be used.
    @WithDefault("15M")
    Duration linkLifetime();

    /// After how long without a request a session ends.
    @WithDefault("30M")
    Duration idle();

    /// After how long a session ends, however much it is used.
    @WithDefault("8H")
    Duration maximumLifetime();
}
