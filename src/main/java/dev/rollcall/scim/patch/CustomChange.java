package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import java.util.LinkedHashMap;

/// Changes of what is held under a URN that no schema has (compatible mode). No schema says where the URN ends
/// and an attribute begins, so the value does: an object is the whole content, anything else one member of it.
final class CustomChange {
    private CustomChange() {}

    /// The attributes with what was sent for `path` put in; null removes.
    static ScimValue.Complex put(ScimValue.Complex attributes, AttributePath path, ScimValue sent) {
        return switch (sent) {
            case ScimValue.Complex object -> merged(attributes, path.toString(), object);
            case ScimValue.Null _ -> remove(attributes, path);
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.MultiValued _ ->
                merged(attributes, String.valueOf(path.uri()), ScimValue.Complex.EMPTY.with(member(path), sent));
        };
    }

    /// The attributes without what `path` names; the same object where it names nothing.
    static ScimValue.Complex remove(ScimValue.Complex attributes, AttributePath path) {
        var whole = spelling(attributes, path.toString());
        if (attributes.find(whole) != null) {
            return attributes.without(whole);
        }
        return merged(
                attributes,
                String.valueOf(path.uri()),
                ScimValue.Complex.EMPTY.with(member(path), ScimValue.Null.NULL));
    }

    private static ScimValue.Complex merged(ScimValue.Complex attributes, String urn, ScimValue.Complex sent) {
        var key = spelling(attributes, urn);
        var held = attributes.find(key) instanceof ScimValue.Complex object ? object : ScimValue.Complex.EMPTY;
        var members = new LinkedHashMap<>(held.members());
        sent.members().forEach((name, value) -> members.put(spelling(held, name), value));
        var read = ValueReader.readCustom(key, new ScimValue.Complex(members));
        return read.isUnassigned() ? attributes.without(key) : attributes.with(key, read);
    }

    private static String member(AttributePath path) {
        return path.subAttribute() == null ? path.name() : path.name() + "." + path.subAttribute();
    }

    // As it is held, whatever case it was sent in.
    private static String spelling(ScimValue.Complex object, String name) {
        return object.members().keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
