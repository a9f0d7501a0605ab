package dev.rollcall.scim.testing;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaExtension;
import dev.rollcall.scim.schema.SchemaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/// User with one more extension, whose attributes have every type, singular and multi-valued.
public final class EveryType {
    /// The URI of that extension.
    public static final String URI = "urn:example:schemas:every-type:1.0:User";

    /// User with the enterprise extension and this one.
    public static final ResourceType USER = user();

    private EveryType() {}

    private static ResourceType user() {
        var user = SchemaFixtures.USER;
        return new ResourceType(
                user.name(),
                user.endpoint(),
                user.description(),
                user.schema(),
                Stream.concat(user.extensions().stream(), Stream.of(extension()))
                        .toList());
    }

    private static SchemaExtension extension() {
        var file = "/scim/schemas/every-type.json";
        try (var json = Objects.requireNonNull(EveryType.class.getResourceAsStream(file), file)) {
            return new SchemaExtension(SchemaReader.schema(JsonReader.readObject(json.readAllBytes())), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
