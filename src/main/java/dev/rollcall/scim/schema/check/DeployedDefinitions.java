package dev.rollcall.scim.schema.check;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaExtension;
import dev.rollcall.scim.schema.SchemaReader;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The schemas and resource types of a deployer's files, put together with those that the service brings along.
/// A file is told by its `schemas`: a Schema or a ResourceType. A resource type with the name of one of the
/// service's adds extensions to it; any other is one more resource type.
public final class DeployedDefinitions {
    private static final Set<String> EITHER = Set.of(SchemaCheck.URI, ResourceTypeCheck.URI);

    private final SchemaRegistry own;
    private final List<Members> schemaFiles = new ArrayList<>();
    private final List<Members> typeFiles = new ArrayList<>();
    private final SequencedSet<String> problems = new LinkedHashSet<>();

    private DeployedDefinitions(SchemaRegistry own) {
        this.own = own;
    }

    /// The service's own definitions with those of the files.
    ///
    /// @param unreadable what is wrong with files that could not even be read
    /// @throws InvalidDefinitionsException with every problem of every file
    public static SchemaRegistry merge(SchemaRegistry own, List<DefinitionFile> files, List<String> unreadable) {
        var merging = new DeployedDefinitions(own);
        merging.problems.addAll(unreadable);
        files.forEach(merging::sort);
        merging.check();
        if (!merging.problems.isEmpty()) {
            throw new InvalidDefinitionsException(List.copyOf(merging.problems));
        }
        return merging.merged();
    }

    private void sort(DefinitionFile file) {
        var members = new Members(Place.of(file.name(), problems), file.content());
        var kinds = members.texts("schemas").stream().filter(EITHER::contains).toList();
        if (kinds.size() != 1 || members.texts("schemas").size() != 1) {
            members.place()
                    .member("schemas")
                    .problem("must be [\"" + SchemaCheck.URI + "\"] or [\"" + ResourceTypeCheck.URI + "\"]");
        } else if (kinds.getFirst().equals(SchemaCheck.URI)) {
            schemaFiles.add(members);
        } else {
            typeFiles.add(members);
        }
    }

    private void check() {
        var names = typeFiles.stream().flatMap(file -> file.text("name").stream());
        var referenceTypes = Stream.of(
                        Stream.of("external", "uri"),
                        own.resourceTypes().stream().map(ResourceType::name),
                        names)
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        var schemas = new SchemaCheck(referenceTypes);
        schemaFiles.forEach(schemas::check);
        refuseTwice();
        var uris =
                schemaFiles.stream().flatMap(file -> file.text("id").stream()).collect(Collectors.toSet());
        var types = new ResourceTypeCheck(own, uris);
        typeFiles.forEach(types::check);
    }

    private void refuseTwice() {
        var seen = new HashSet<String>();
        for (var file : schemaFiles) {
            file.text("id").ifPresent(id -> {
                var place = file.place().member("id");
                place.require(own.schema(id).isEmpty(), "'" + id + "' is a schema of the service");
                place.require(seen.add(id.toLowerCase(Locale.ROOT)), "'" + id + "' is defined by another file too");
            });
        }
    }

    private SchemaRegistry merged() {
        var schemas = new LinkedHashMap<String, Schema>();
        own.schemas().forEach(schema -> schemas.put(schema.id(), schema));
        for (var file : schemaFiles) {
            var schema = SchemaReader.schema(file.object());
            schemas.put(schema.id(), schema);
        }
        var types = new LinkedHashMap<String, ResourceType>();
        own.resourceTypes().forEach(type -> types.put(type.name(), type));
        for (var file : typeFiles) {
            var name = file.text("name").orElseThrow();
            types.compute(
                    name,
                    (_, known) -> known == null
                            ? SchemaReader.resourceType(file.object(), schemas)
                            : extended(known, file.object(), schemas));
        }
        return new SchemaRegistry(List.copyOf(schemas.values()), List.copyOf(types.values()));
    }

    private static ResourceType extended(ResourceType known, ScimValue.Complex file, Map<String, Schema> schemas) {
        var whole = file.with("schema", ScimValue.of(known.schema().id()));
        var added = SchemaReader.resourceType(whole, schemas).extensions();
        var all = new LinkedHashMap<String, SchemaExtension>();
        Stream.of(known.extensions(), added)
                .flatMap(Collection::stream)
                .forEach(extension -> all.put(extension.schema().id(), extension));
        return new ResourceType(
                known.name(), known.endpoint(), known.description(), known.schema(), List.copyOf(all.values()));
    }
}
