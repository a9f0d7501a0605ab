package dev.rollcall.scim.group;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one request to a group may ask of the service.
@ConfigMapping(prefix = "rollcall.groups")
public interface GroupsConfig {
    /// The largest body of a request that creates or changes a group: 100,000 members as they are read take 24
    /// MB.
    @WithDefault("32M")
    MemorySize bodySize();
}
