package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A resource type of RFC 7643 §6: a name, an endpoint below the base URI (with its leading slash), a core
/// schema and its extensions. Compared by its name, endpoint, schema and extensions; immutable.
public final class ResourceType {
    private static final String SCIM = "urn:ietf:params:scim:";
    private static final String SCIM_EXTENSION = SCIM + "schemas:extension:";
    private static final String SCIM_OF_DRAFTS = "urn:scim:schemas:";

    private final String name;
    private final String endpoint;
    private final String description;
    private final Schema schema;
    private final List<SchemaExtension> extensions;
    // Every request asks for these, several times.
    private final List<ResolvedAttribute> attributes;
    private final Map<String, SchemaAttribute> coreAttributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final UrnSpelling spelling;

    public ResourceType(
            String name, String endpoint, String description, Schema schema, List<SchemaExtension> extensions) {
        this.name = name;
        this.endpoint = endpoint;
        this.description = description;
        this.schema = schema;
        this.extensions = List.copyOf(extensions);
        this.attributes = attributes(schema, this.extensions);
        coreAttributes(schema).forEach(attribute -> coreAttributes.putIfAbsent(attribute.name(), attribute));
        spelling = new UrnSpelling(this);
    }

    /// The name, such as `User`.
    public String name() {
        return name;
    }

    /// The endpoint below the base URI, with its leading slash.
    public String endpoint() {
        return endpoint;
    }

    /// What the type is for.
    public String description() {
        return description;
    }

    /// The core schema.
    public Schema schema() {
        return schema;
    }

    /// The extensions, in the order in which they are answered.
    public List<SchemaExtension> extensions() {
        return extensions;
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

    /// What is nearly a URN of the type's schemas.
    public UrnSpelling spelling() {
        return spelling;
    }

    /// True where `name` is a URN that no schema of this type has. Objects under such names hold attributes
    /// that an administrator made up, with no definition to read them by: Microsoft Entra ID wants them to begin
    /// like SCIM's own extensions. Any other URN of SCIM's own, one that is nearly that of a schema, and one that
    /// goes on where a schema's ends, is a misspelt name and never made up.
    public boolean isCustomUri(String name) {
        return startsWith(name, "urn:")
                && (!startsWith(name, SCIM) || isOfAnotherExtension(name))
                && !startsWith(name, SCIM_OF_DRAFTS)
                && Stream.concat(Stream.of(schema), extensions.stream().map(SchemaExtension::schema))
                        .noneMatch(known -> isWithin(name, known.id()));
    }

    private boolean isOfAnotherExtension(String name) {
        return startsWith(name, SCIM_EXTENSION) && !spelling.isNear(name);
    }

    private static boolean isWithin(String name, String uri) {
        return startsWith(name, uri) && (name.length() == uri.length() || ":.".indexOf(name.charAt(uri.length())) >= 0);
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /// The common or core attribute called `name` in any case.
    public Optional<SchemaAttribute> coreAttribute(String name) {
        return Optional.ofNullable(coreAttributes.get(name));
    }

    /// The common attributes and those of the core schema, in the order in which they are answered.
    public Stream<SchemaAttribute> coreAttributes() {
        return coreAttributes(schema);
    }

    private static Stream<SchemaAttribute> coreAttributes(Schema schema) {
        return Stream.concat(CommonAttributes.ALL.stream(), schema.attributes().stream());
    }

    /// Every attribute there is, those of extensions included.
    public List<ResolvedAttribute> attributes() {
        return attributes;
    }

    private static List<ResolvedAttribute> attributes(Schema schema, List<SchemaExtension> extensions) {
        var all = new ArrayList<ResolvedAttribute>();
        coreAttributes(schema).forEach(attribute -> all.add(new ResolvedAttribute(null, attribute, null)));
        for (var extension : extensions) {
            extension
                    .schema()
                    .attributes()
                    .forEach(attribute -> all.add(new ResolvedAttribute(extension.schema(), attribute, null)));
        }
        return List.copyOf(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceType type
                        && name.equals(type.name)
                        && endpoint.equals(type.endpoint)
                        && schema.equals(type.schema)
                        && extensions.equals(type.extensions));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
