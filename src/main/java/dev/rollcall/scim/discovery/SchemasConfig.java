package dev.rollcall.scim.discovery;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Where a deployer's schemas and resource types are.
@ConfigMapping(prefix = "rollcall.schemas")
public interface SchemasConfig {
    /// A directory with JSON files; without one there are only the service's own definitions.
    Optional<Path> directory();
}
