package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A resource type of RFC 7643 §6: a name, an endpoint below the base URI (with its leading slash), a core
/// schema and its extensions.
public record ResourceType(
        String name, String endpoint, String description, Schema schema, List<SchemaExtension> extensions) {

    public ResourceType {
        extensions = List.copyOf(extensions);
    }

    /// Finds what `path` names, ignoring case in all its parts (RFC 7644 §3.10). Without a URI, or with the
    /// core schema's, that is a common or core attribute; extension attributes need the extension's URI. Empty
    /// where there is no such attribute.
    public Optional<ResolvedAttribute> resolve(AttributePath path) {
        var uri = path.uri();
        if (uri == null || schema.isIdentifiedBy(uri)) {
            return coreAttribute(path.name()).flatMap(attribute -> resolve(null, attribute, path));
        }
        return extension(uri)
                .flatMap(extension ->
                        extension.attribute(path.name()).flatMap(attribute -> resolve(extension, attribute, path)));
    }

    private static Optional<ResolvedAttribute> resolve(
            @Nullable Schema extension, SchemaAttribute attribute, AttributePath path) {
        if (path.subAttribute() == null) {
            return Optional.of(new ResolvedAttribute(extension, attribute, null));
        }
        return attribute.subAttribute(path.subAttribute()).map(sub -> new ResolvedAttribute(extension, attribute, sub));
    }

    /// The extension whose whole URI `path` is, as in a PATCH of the extension's container.
    public Optional<Schema> extensionAt(AttributePath path) {
        return extension(path.toString());
    }

    /// The extension with this URI, in any case.
    public Optional<Schema> extension(String uri) {
        return extensions.stream()
                .map(SchemaExtension::schema)
                .filter(extension -> extension.isIdentifiedBy(uri))
                .findFirst();
    }

    /// True where `name` is a URN that no schema of this type has. Objects under such names hold attributes
    /// that an administrator made up, with no definition to read them by.
    public boolean isCustomUri(String name) {
        return name.regionMatches(true, 0, "urn:", 0, 4)
                && !schema.isIdentifiedBy(name)
                && extension(name).isEmpty();
    }

    /// The common or core attribute called `name` in any case.
    public Optional<SchemaAttribute> coreAttribute(String name) {
        return coreAttributes().filter(attribute -> attribute.isNamed(name)).findFirst();
    }

    /// The common attributes and those of the core schema, in the order in which they are answered.
    public Stream<SchemaAttribute> coreAttributes() {
        return Stream.concat(CommonAttributes.ALL.stream(), schema.attributes().stream());
    }

    /// Every attribute there is, those of extensions included.
    public List<ResolvedAttribute> attributes() {
        var all = new ArrayList<ResolvedAttribute>();
        coreAttributes().forEach(attribute -> all.add(new ResolvedAttribute(null, attribute, null)));
        for (var extension : extensions) {
            extension
                    .schema()
                    .attributes()
                    .forEach(attribute -> all.add(new ResolvedAttribute(extension.schema(), attribute, null)));
        }
        return List.copyOf(all);
    }
}
