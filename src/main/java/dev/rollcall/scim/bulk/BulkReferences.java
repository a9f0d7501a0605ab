package dev.rollcall.scim.bulk;

import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// References to what other operations create (RFC 7644 §3.7.2): `bulkId:` and the operation's bulkId, as the
/// identifier in a path, as a whole string anywhere in data, and as the last part of a `$ref`.
final class BulkReferences {
    private static final String PREFIX = "bulkId:";
    private static final Pattern REFERENCE = Pattern.compile(PREFIX + "(.+)", Pattern.DOTALL);
    private static final Pattern URI_REFERENCE = Pattern.compile("(.*/)" + PREFIX + "([^/]+)", Pattern.DOTALL);

    private BulkReferences() {}

    /// The bulkIds to which an operation refers, in the order in which it does.
    static Set<String> of(BulkOperation.Single operation) {
        var found = new LinkedHashSet<String>();
        resolved(operation, bulkId -> {
            found.add(bulkId);
            return bulkId;
        });
        return found;
    }

    /// The operation with an identifier in the place of each reference.
    ///
    /// @param ids gives the identifier for a bulkId
    static BulkOperation.Single resolved(BulkOperation.Single operation, UnaryOperator<String> ids) {
        return new BulkOperation.Single(
                operation.method(), resolved(operation.target(), ids), operation.version(), (ScimValue.Complex)
                        value(null, operation.data(), ids));
    }

    /// The path with an identifier in the place of a reference.
    static BulkPath resolved(BulkPath path, UnaryOperator<String> ids) {
        return path.id() == null ? path : new BulkPath(path.endpoint(), text(path.id(), ids));
    }

    /// The reference to the resource that the operation with this bulkId creates.
    static String to(String bulkId) {
        return PREFIX + bulkId;
    }

    private static ScimValue value(@Nullable String name, ScimValue value, UnaryOperator<String> ids) {
        return switch (value) {
            case ScimValue.Text(var text) ->
                ScimValue.of("$ref".equalsIgnoreCase(name) ? uri(text, ids) : text(text, ids));
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(elements.stream()
                        .map(element -> value(name, element, ids))
                        .toList());
            case ScimValue.Complex(var members) -> {
                var resolved = new LinkedHashMap<String, ScimValue>();
                members.forEach((member, of) -> resolved.put(member, value(member, of, ids)));
                yield new ScimValue.Complex(resolved);
            }
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> value;
        };
    }

    private static String text(String text, UnaryOperator<String> ids) {
        var reference = REFERENCE.matcher(text);
        return reference.matches() ? ids.apply(reference.group(1)) : text;
    }

    private static String uri(String text, UnaryOperator<String> ids) {
        var reference = URI_REFERENCE.matcher(text);
        return reference.matches() ? reference.group(1) + ids.apply(reference.group(2)) : text(text, ids);
    }
}
