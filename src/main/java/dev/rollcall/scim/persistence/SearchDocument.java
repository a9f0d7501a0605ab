package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The attributes of a resource with each simple value replaced by its search key: what filters run on.
/// Attributes without a definition are left out, since no filter can name them.
public final class SearchDocument {
    private SearchDocument() {}

    /// The search document of a resource.
    public static ScimValue.Complex of(ScimResource resource) {
        var document = new LinkedHashMap<String, ScimValue>();
        var extensions = new LinkedHashMap<String, LinkedHashMap<String, ScimValue>>();
        for (var attribute : resource.type().attributes()) {
            var value = resource.attributes().find(attribute);
            var keys = value == null ? ScimValue.Null.NULL : keys(attribute, value);
            if (!keys.isUnassigned()) {
                var extension = attribute.extension();
                var members = extension == null
                        ? document
                        : extensions.computeIfAbsent(extension.id(), _ -> new LinkedHashMap<>());
                members.put(attribute.attribute().name(), keys);
            }
        }
        extensions.forEach((uri, members) -> document.put(uri, new ScimValue.Complex(members)));
        var schemas = new ResolvedAttribute(null, CommonAttributes.SCHEMAS, null);
        var uris = resource.schemas().stream().map(ScimValue::of).toList();
        document.put(schemas.attribute().name(), keys(schemas, new ScimValue.MultiValued(uris)));
        return new ScimValue.Complex(document);
    }

    private static ScimValue keys(ResolvedAttribute attribute, ScimValue value) {
        return switch (value) {
            case ScimValue.MultiValued(var elements) -> {
                var keys = new ArrayList<ScimValue>();
                elements.forEach(element -> keys.add(keys(attribute, element)));
                yield new ScimValue.MultiValued(keys);
            }
            case ScimValue.Complex complex -> {
                var keys = new LinkedHashMap<String, ScimValue>();
                for (var sub : attribute.attribute().subAttributes()) {
                    var part = complex.find(sub.name());
                    if (part != null) {
                        keys.put(sub.name(), keys(attribute.at(sub), part));
                    }
                }
                yield new ScimValue.Complex(keys);
            }
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _ ->
                ScimValue.of(SearchKey.of(attribute.target(), value));
            case ScimValue.Null _ -> value;
        };
    }

    /// The key of a singular attribute for a look-up column: null where the type has no such attribute, where
    /// there is no value, or where its key is too long.
    public static @Nullable String lookUpKey(ScimResource resource, String attribute) {
        var path = resource.type().resolve(AttributePath.of(attribute)).orElse(null);
        var value = path == null ? null : resource.attributes().find(path);
        if (path == null
                || value == null
                || path.attribute().isComplex()
                || path.attribute().multiValued()) {
            return null;
        }
        var key = SearchKey.of(path.target(), value);
        return AttributeBindings.fitsKey(key) ? key : null;
    }
}
