package dev.rollcall.scim.protocol;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one bulk request may ask of the service (RFC 7644 §3.7.4).
@ConfigMapping(prefix = "rollcall.bulk")
public interface BulkConfig {
    /// Whether there are bulk requests at all.
    @WithDefault("true")
    boolean enabled();

    /// The most operations in one request.
    @WithDefault("1000")
    int maxOperations();

    /// The largest body of one request.
    @WithDefault("4M")
    MemorySize maxPayloadSize();
}
