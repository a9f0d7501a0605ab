package dev.rollcall.connection.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What administrators see of credentials, and how they are replaced.
@ConfigMapping(prefix = "rollcall.credentials")
public interface CredentialsConfig {

    /// How long before it expires a credential counts as expiring.
    @WithDefault("30D")
    Duration warning();

    /// How long the old one lives on after a rotation that does not say.
    @WithDefault("7D")
    Duration overlap();
}
