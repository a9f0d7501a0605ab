package dev.rollcall.scim.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An attribute notation of RFC 7644 §3.10 as it was written: `[uri ":"] name ["." subAttribute]`. Nothing is
/// looked up yet, see {@link ResourceType#resolve}. A URI alone (the container of an extension) has `uri` set
/// to all but its last segment, or, where the last segment cannot be a name, to the whole with an empty name;
/// {@link #toString} gives the notation back either way.
public record AttributePath(
        @Nullable String uri, String name, @Nullable String subAttribute) {
    private static final Pattern NAMES =
            Pattern.compile("(\\$?[A-Za-z][-_$0-9A-Za-z]*)(?:\\.(\\$?[A-Za-z][-_$0-9A-Za-z]*))?");
    private static final Pattern URI =
            Pattern.compile("[A-Za-z][-A-Za-z0-9+.]*:[-A-Za-z0-9._~:/?#@!$&'*+;=%]*[-A-Za-z0-9._~/]");

    /// An attribute of the core schema, or a common one.
    public static AttributePath of(String name) {
        return new AttributePath(null, name, null);
    }

    /// A sub-attribute of an attribute of the core schema, or of a common one.
    public static AttributePath of(String name, String subAttribute) {
        return new AttributePath(null, name, subAttribute);
    }

    /// Reads a notation; empty where the text is none.
    public static Optional<AttributePath> parse(String text) {
        var colon = text.lastIndexOf(':');
        if (colon >= 0
                && !URI.matcher(text.substring(0, colon)).matches()
                && !URI.matcher(text).matches()) {
            return Optional.empty();
        }
        var uri = colon < 0 ? null : text.substring(0, colon);
        var names = NAMES.matcher(text.substring(colon + 1));
        if (names.matches()) {
            return Optional.of(new AttributePath(uri, names.group(1), names.group(2)));
        }
        return URI.matcher(text).matches() ? Optional.of(new AttributePath(text, "", null)) : Optional.empty();
    }

    /// The notation, equal to what {@link #parse} read.
    @Override
    public String toString() {
        var names = subAttribute == null ? name : name + "." + subAttribute;
        if (uri == null) {
            return names;
        }
        return names.isEmpty() ? uri : uri + ":" + names;
    }
}
