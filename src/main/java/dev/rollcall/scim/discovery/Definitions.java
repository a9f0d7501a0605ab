package dev.rollcall.scim.discovery;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaReader;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.SchemaWriter;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.schema.check.DeployedDefinitions;
import dev.rollcall.scim.schema.check.InvalidDefinitionsException;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The schemas and resource types that the service knows, its own and those of the deployer's directory, as the
/// JSON that clients read and as what the core makes of it.
@Singleton
public class Definitions {
    private static final Logger LOG = Logger.getLogger(Definitions.class);
    private static final List<String> SCHEMAS =
            List.of("user", "group", "enterprise-user", "service-provider-config", "resource-type", "schema");
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final List<String> RESOURCE_TYPES = List.of("user", "group");

    private final Map<String, ScimValue.Complex> schemaDefinitions = new LinkedHashMap<>();
    private final Map<String, ScimValue.Complex> resourceTypeDefinitions = new LinkedHashMap<>();
    private final SchemaRegistry registry;

    Definitions(SchemasConfig config) {
        var own = own();
        registry = config.directory().map(directory -> merged(own, directory)).orElse(own);
        registry.schemas()
                .forEach(schema -> schemaDefinitions.computeIfAbsent(schema.id(), _ -> SchemaWriter.schema(schema)));
        registry.resourceTypes()
                .forEach(type -> resourceTypeDefinitions.put(type.name(), SchemaWriter.resourceType(type)));
    }

    /// What the core knows.
    @Produces
    @Singleton
    SchemaRegistry registry() {
        return registry;
    }

    /// The definitions of the schemas by their URI.
    ///
    /// @param hasUniqueGroupNames whether the connection keeps the names of groups unique, since identity
    /// providers find groups by them
    Map<String, ScimValue.Complex> schemaDefinitions(boolean hasUniqueGroupNames) {
        var inForce = new LinkedHashMap<>(schemaDefinitions);
        if (hasUniqueGroupNames) {
            inForce.computeIfPresent(GROUP, (_, definition) -> withUniqueName(definition));
        }
        return Collections.unmodifiableMap(inForce);
    }

    private static ScimValue.Complex withUniqueName(ScimValue.Complex definition) {
        var attributes = definition.find("attributes") instanceof ScimValue.MultiValued(var elements)
                ? elements
                : List.<ScimValue>of();
        var uniqueness = ScimValue.of(Uniqueness.SERVER.keyword());
        return definition.with(
                "attributes",
                new ScimValue.MultiValued(attributes.stream()
                        .map(attribute -> attribute instanceof ScimValue.Complex complex
                                        && ScimValue.of("displayName").equals(complex.find("name"))
                                ? complex.with("uniqueness", uniqueness)
                                : attribute)
                        .toList()));
    }

    /// The definitions of the resource types by their name.
    Map<String, ScimValue.Complex> resourceTypeDefinitions() {
        return Collections.unmodifiableMap(resourceTypeDefinitions);
    }

    private SchemaRegistry own() {
        var schemas = new LinkedHashMap<String, Schema>();
        for (var name : SCHEMAS) {
            var definition = load("scim/schemas/" + name + ".json");
            var schema = SchemaReader.schema(definition);
            schemas.put(schema.id(), schema);
            schemaDefinitions.put(schema.id(), definition);
        }
        var types = new ArrayList<ResourceType>();
        for (var name : RESOURCE_TYPES) {
            types.add(SchemaReader.resourceType(load("scim/resource-types/" + name + ".json"), schemas));
        }
        return new SchemaRegistry(List.copyOf(schemas.values()), types);
    }

    private static SchemaRegistry merged(SchemaRegistry own, Path directory) {
        var found = DefinitionFiles.in(directory);
        try {
            var merged = DeployedDefinitions.merge(own, found.files(), found.problems());
            LOG.infof("%d files of definitions in %s", found.files().size(), directory);
            return merged;
        } catch (InvalidDefinitionsException e) {
            // Without its cause: this message is all there is to say, and no trace of ours would help.
            throw new ConfigurationException(e.problems().stream()
                    .map(problem -> "- " + problem)
                    .collect(Collectors.joining("\n", "The definitions in " + directory + " cannot be used:\n", "")));
        }
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
