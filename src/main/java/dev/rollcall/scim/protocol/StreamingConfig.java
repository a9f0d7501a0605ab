package dev.rollcall.scim.protocol;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Answers that are too large to be held and are read from the database while they are sent.
@ConfigMapping(prefix = "rollcall.streaming")
public interface StreamingConfig {
    /// How many of them each replica may be sending; each holds a connection to the database.
    @WithDefault("8")
    int answers();

    /// How long a client may take to read one. Then the transfer is broken off.
    @WithDefault("PT2M")
    Duration longestTime();
}
