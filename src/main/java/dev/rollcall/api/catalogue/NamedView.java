package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.Named;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that an answer refers to.
@Schema(name = "Named", description = "What is referred to, with the name by which people know it")
public record NamedView(UUID id, String name) {

    /// How a caller sees it.
    public static NamedView of(Named named) {
        return new NamedView(named.id(), named.name());
    }

    /// The same of what may be absent.
    public static @Nullable NamedView ofNullable(@Nullable Named named) {
        return named == null ? null : of(named);
    }
}
