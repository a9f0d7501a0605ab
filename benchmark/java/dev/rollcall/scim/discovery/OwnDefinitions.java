package dev.rollcall.scim.discovery;

import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.Optional;

/// The service's own schemas and resource types, without a running service.
public final class OwnDefinitions {
    private OwnDefinitions() {}

    /// Reads them.
    public static SchemaRegistry registry() {
        return new Definitions(Optional::empty).registry();
    }
}
