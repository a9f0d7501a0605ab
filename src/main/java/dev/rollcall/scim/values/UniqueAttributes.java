package dev.rollcall.scim.values;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The attributes of a resource type whose values no two resources may share, those aside that have a unique
/// key of their own. Of a multi-valued attribute each value is unique.
final class UniqueAttributes {
    private final List<ResolvedAttribute> attributes;
    private final String coreUri;

    private UniqueAttributes(List<ResolvedAttribute> attributes, String coreUri) {
        this.attributes = List.copyOf(attributes);
        this.coreUri = coreUri;
    }

    /// The unique attributes of a type.
    ///
    /// @param kept the names of attributes whose uniqueness is kept otherwise
    static UniqueAttributes of(ResourceType type, Collection<String> kept) {
        var found = new ArrayList<ResolvedAttribute>();
        for (var attribute : type.attributes()) {
            add(found, attribute, kept);
            attribute.attribute().subAttributes().forEach(sub -> add(found, attribute.at(sub), kept));
        }
        return new UniqueAttributes(found, type.schema().id());
    }

    private static void add(List<ResolvedAttribute> found, ResolvedAttribute path, Collection<String> kept) {
        var isOurs = path.target().uniqueness() != Uniqueness.NONE
                && !path.attribute().isReadOnly()
                && !path.target().isReadOnly();
        if (isOurs && !kept.contains(path.toString())) {
            found.add(path);
        }
    }

    /// One value that is taken.
    ///
    /// @param attribute the attribute with the URI of its schema: all types with that schema share its values
    /// @param path how a client writes the attribute
    record Taken(boolean everywhere, String attribute, String path, String key) {}

    /// The values that a resource with these attributes takes.
    Set<Taken> of(ScimValue.Complex attributes) {
        var taken = new LinkedHashSet<Taken>();
        for (var path : this.attributes) {
            var value = attributes.find(path.whole());
            if (value != null) {
                add(taken, path, value);
            }
        }
        return taken;
    }

    private void add(Set<Taken> taken, ResolvedAttribute path, ScimValue value) {
        switch (value) {
            case ScimValue.MultiValued(var elements) -> elements.forEach(element -> add(taken, path, element));
            case ScimValue.Complex complex -> {
                var sub = path.subAttribute();
                var part = sub == null ? null : complex.find(sub.name());
                if (part != null) {
                    add(taken, path, part);
                }
            }
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _ ->
                taken.add(new Taken(
                        path.target().uniqueness() == Uniqueness.GLOBAL,
                        name(path),
                        path.toString(),
                        SearchKey.of(path.target(), value)));
            case ScimValue.Null _ -> {}
        }
    }

    private String name(ResolvedAttribute path) {
        return path.extension() == null ? coreUri + ":" + path : path.toString();
    }
}
