package dev.rollcall.api.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one request may ask of the management API.
@ConfigMapping(prefix = "rollcall.management")
public interface ManagementConfig {
    /// The largest request body.
    @WithDefault("64K")
    MemorySize bodySize();
}
