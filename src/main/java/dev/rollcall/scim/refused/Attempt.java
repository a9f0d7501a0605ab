package dev.rollcall.scim.refused;

import dev.rollcall.scim.resource.Write;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// What a refused call was about, as far as it could be read.
///
/// @param type of the resource
/// @param id of the resource, as it was sent
/// @param body as it was sent
public record Attempt(@Nullable ResourceType type, @Nullable String id, ScimValue.@Nullable Complex body) {

    /// Nothing could be read.
    public static final Attempt UNKNOWN = new Attempt(null, null, null);

    /// A write.
    public static Attempt of(Write write) {
        var type = write.store().type();
        return switch (write) {
            case Write.Create create -> new Attempt(type, null, create.body());
            case Write.Replace replace -> new Attempt(type, replace.id(), replace.body());
            case Write.Modify modify -> new Attempt(type, modify.id(), modify.body());
            case Write.Delete delete -> new Attempt(type, delete.id(), null);
        };
    }
}
