package dev.rollcall.scim.replay;

import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what is other in a resource, of what may be read. Sub-attributes of what has one value are compared each for
/// itself, lists as wholes; elements that are rows of their own are not looked at.
final class ValueDifferences {
    // What every resource has, and no call is about.
    private static final Set<String> NEVER_ASKED = Set.of("id", "meta", "schemas");

    private ValueDifferences() {}

    /// The attributes that differ, in the order of the schemas.
    ///
    /// @param before as it was; null where it was not there
    /// @param after as it is; null where it is gone
    static List<ValueDifference> between(
            ResourceType type, @Nullable ScimResource before, @Nullable ScimResource after) {
        var was = attributes(before);
        var is = attributes(after);
        return type.attributes().stream()
                .filter(path -> path.extension() != null
                        || !NEVER_ASKED.contains(path.attribute().name()))
                .filter(path -> isReadable(path.attribute()))
                .flatMap(ValueDifferences::compared)
                .flatMap(path -> difference(path, readable(path, was), readable(path, is)))
                .toList();
    }

    private static ScimValue.Complex attributes(@Nullable ScimResource resource) {
        return resource == null ? ScimValue.Complex.EMPTY : resource.attributes();
    }

    private static Stream<ResolvedAttribute> compared(ResolvedAttribute path) {
        var attribute = path.attribute();
        return attribute.isComplex() && !attribute.multiValued()
                ? attribute.subAttributes().stream()
                        .filter(ValueDifferences::isReadable)
                        .map(path::at)
                : Stream.of(path);
    }

    private static Stream<ValueDifference> difference(
            ResolvedAttribute path, @Nullable ScimValue before, @Nullable ScimValue after) {
        return Objects.equals(before, after)
                ? Stream.empty()
                : Stream.of(new ValueDifference(path.toString(), plain(before), plain(after)));
    }

    private static boolean isReadable(SchemaAttribute attribute) {
        return attribute.returned() != Returned.NEVER && attribute.mutability() != Mutability.WRITE_ONLY;
    }

    private static @Nullable ScimValue readable(ResolvedAttribute path, ScimValue.Complex attributes) {
        var value = attributes.find(path);
        return value instanceof ScimValue.MultiValued(var elements)
                ? new ScimValue.MultiValued(elements.stream()
                        .map(element -> readable(path.attribute(), element))
                        .toList())
                : value;
    }

    private static ScimValue readable(SchemaAttribute attribute, ScimValue element) {
        if (!(element instanceof ScimValue.Complex(var members))) {
            return element;
        }
        var readable = new LinkedHashMap<>(members);
        attribute.subAttributes().stream().filter(sub -> !isReadable(sub)).forEach(sub -> readable.remove(sub.name()));
        return new ScimValue.Complex(readable);
    }

    private static @Nullable Object plain(@Nullable ScimValue value) {
        return switch (value) {
            case null -> null;
            case ScimValue.Null _ -> null;
            case ScimValue.Text(var text) -> text;
            case ScimValue.Bool(var flag) -> flag;
            case ScimValue.Numeric(var number) -> number;
            case ScimValue.MultiValued(var elements) ->
                elements.stream().map(ValueDifferences::plain).toList();
            case ScimValue.Complex(var members) -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                members.forEach((name, member) -> plain.put(name, plain(member)));
                yield plain;
            }
        };
    }
}
