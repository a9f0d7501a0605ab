package dev.rollcall.scim.discovery;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaReader;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The schemas and resource types that the service knows, as the JSON that defines them and as what the core
/// makes of it.
@Singleton
public class Definitions {
    private static final List<String> SCHEMAS =
            List.of("user", "enterprise-user", "service-provider-config", "resource-type", "schema");
    private static final List<String> RESOURCE_TYPES = List.of("user");

    private final Map<String, ScimValue.Complex> schemaDefinitions = new LinkedHashMap<>();
    private final Map<String, ScimValue.Complex> resourceTypeDefinitions = new LinkedHashMap<>();
    private final SchemaRegistry registry;

    Definitions() {
        var schemas = new LinkedHashMap<String, Schema>();
        for (var name : SCHEMAS) {
            var definition = load("scim/schemas/" + name + ".json");
            var schema = SchemaReader.schema(definition);
            schemas.put(schema.id(), schema);
            schemaDefinitions.put(schema.id(), definition);
        }
        var types = RESOURCE_TYPES.stream()
                .map(name -> load("scim/resource-types/" + name + ".json"))
                .map(definition -> {
                    var type = SchemaReader.resourceType(definition, schemas);
                    resourceTypeDefinitions.put(type.name(), definition);
                    return type;
                })
                .toList();
        registry = new SchemaRegistry(List.copyOf(schemas.values()), types);
    }

    /// What the core knows.
    @Produces
    @Singleton
    SchemaRegistry registry() {
        return registry;
    }

    /// The definitions of the schemas by their URI.
    Map<String, ScimValue.Complex> schemaDefinitions() {
        return Collections.unmodifiableMap(schemaDefinitions);
    }

    /// The definitions of the resource types by their name.
    Map<String, ScimValue.Complex> resourceTypeDefinitions() {
        return Collections.unmodifiableMap(resourceTypeDefinitions);
    }

    private static ScimValue.Complex load(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("definition " + resource + " is not part of the build");
            }
            return JsonReader.readObject(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
