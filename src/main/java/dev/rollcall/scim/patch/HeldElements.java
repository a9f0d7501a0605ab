package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds elements by part of what they hold: an element is found where all sub-attributes of the one looked for
/// are equal in it, as the schema compares them.
final class HeldElements {
    private static final String VALUE = "value";

    private final SchemaAttribute attribute;
    private final Map<String, List<ScimValue>> byValue = new HashMap<>();

    HeldElements(ResolvedAttribute path, List<ScimValue> elements) {
        attribute = path.attribute();
        elements.forEach(element ->
                byValue.computeIfAbsent(key(element), _ -> new ArrayList<>()).add(element));
    }

    /// True where an element holds all that `part` does.
    boolean hold(ScimValue part) {
        return key(part).isEmpty()
                ? byValue.values().stream().anyMatch(elements -> anyHolds(elements, part))
                : anyHolds(byValue.getOrDefault(key(part), List.of()), part);
    }

    /// True where `element` holds all that one of these does.
    boolean anyIsPartOf(ScimValue element) {
        return byValue.getOrDefault(key(element), List.of()).stream().anyMatch(part -> isPart(part, element))
                || byValue.getOrDefault("", List.of()).stream().anyMatch(part -> isPart(part, element));
    }

    private boolean anyHolds(List<ScimValue> elements, ScimValue part) {
        return elements.stream().anyMatch(element -> isPart(part, element));
    }

    private boolean isPart(ScimValue part, ScimValue element) {
        if (part instanceof ScimValue.Complex(var members) && element instanceof ScimValue.Complex whole) {
            return members.entrySet().stream()
                    .allMatch(member -> isEqual(member.getKey(), member.getValue(), whole.find(member.getKey())));
        }
        return key(part).equals(key(element));
    }

    private boolean isEqual(String name, ScimValue left, @Nullable ScimValue right) {
        if (right == null) {
            return false;
        }
        var sub = attribute.subAttribute(name);
        return left.equals(right)
                || (sub.isPresent()
                        && !sub.get().multiValued()
                        && SearchKey.of(sub.get(), left).equals(SearchKey.of(sub.get(), right)));
    }

    // Empty for an element without a value.
    private String key(ScimValue element) {
        if (!(element instanceof ScimValue.Complex complex)) {
            return SearchKey.of(attribute, element);
        }
        var value = complex.find(VALUE);
        var sub = attribute.subAttribute(VALUE);
        return value == null || sub.isEmpty() || sub.get().multiValued() ? "" : SearchKey.of(sub.get(), value);
    }
}
