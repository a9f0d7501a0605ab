package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.ResolvedAttribute;
import java.util.regex.Pattern;

/// Paths into the search document, as SQL string literals. They are made of names that the schemas define, and
/// of nothing else: a client's text never becomes part of a path.
public final class JsonPath {
    private static final Pattern MEMBER = Pattern.compile("[-A-Za-z0-9._~:/$]+");

    private static final String EACH = "[*]";

    private JsonPath() {}

    /// The path from the document to the attribute, and on to its sub-attribute where there is one.
    static String of(ResolvedAttribute attribute) {
        var path = new StringBuilder("$");
        var extension = attribute.extension();
        if (extension != null) {
            path.append(member(extension.id()));
        }
        path.append(member(attribute.attribute().name()));
        var sub = attribute.subAttribute();
        if (sub != null) {
            path.append(member(sub.name()));
        }
        return path.toString();
    }

    /// The path to all values that the attribute has, each element of arrays among them.
    public static String toAllValues(ResolvedAttribute attribute) {
        var whole = of(attribute.whole()) + (attribute.attribute().multiValued() ? EACH : "");
        var sub = attribute.subAttribute();
        return sub == null ? whole : whole + member(sub.name()) + (sub.multiValued() ? EACH : "");
    }

    /// One step of a path.
    static String member(String name) {
        if (!MEMBER.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a schema: " + name);
        }
        return ".\"" + name + "\"";
    }
}
