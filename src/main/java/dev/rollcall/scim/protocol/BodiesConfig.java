package dev.rollcall.scim.protocol;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// What all request bodies together may take.
@ConfigMapping(prefix = "rollcall.bodies")
public interface BodiesConfig {
    /// How much memory the bodies of all requests that a replica is serving may take once they are read, which
    /// is about four times their length; a third of the heap where it is not set.
    Optional<MemorySize> memory();
}
