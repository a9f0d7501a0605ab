package dev.rollcall.scim.search;

import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.projection.Projector;
import dev.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The projectors of reading requests. Most of these name no attributes, and share one projector for each type.
@ApplicationScoped
public class Projectors {
    private final Map<ResourceType, Projector> byDefault = new ConcurrentHashMap<>();

    /// What answers to reading requests show of resources of a type.
    public Projector reading(ResourceType type, Projection projection) {
        return switch (projection) {
            case Projection.Default _ -> byDefault.computeIfAbsent(type, of -> new Projector(of, projection));
            case Projection.Only _, Projection.Except _ -> new Projector(type, projection);
        };
    }
}
