package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds elements of one attribute by part of what they hold. An element with a `value` is found where all
/// sub-attributes of the one looked for are equal in it, as the schema compares them; one without a `value`
/// where it is the same.
final class ElementIndex {
    private final SchemaAttribute attribute;
    private final Set<ScimValue> elements = new HashSet<>();
    private final Map<Pair, List<ScimValue>> byPair = new HashMap<>();
    private final Map<String, List<ScimValue>> byValue = new HashMap<>();

    /// One entry for a value of any type, so that large arrays are looked through once and not for each
    /// element.
    private record Pair(String value, @Nullable String type) {}

    ElementIndex(ResolvedAttribute path, List<ScimValue> elements) {
        attribute = path.attribute();
        elements.forEach(this::add);
    }

    private void add(ScimValue element) {
        elements.add(element);
        var value = key(element, "value");
        if (value != null) {
            byPair.computeIfAbsent(new Pair(value, key(element, "type")), _ -> new ArrayList<>())
                    .add(element);
            byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(element);
        }
    }

    /// True where an element holds all that `part` does.
    boolean holds(ScimValue part) {
        var value = key(part, "value");
        if (value == null || elements.contains(part)) {
            return elements.contains(part);
        }
        var type = key(part, "type");
        var candidates = type == null ? byValue.get(value) : byPair.get(new Pair(value, type));
        return candidates != null && candidates.stream().anyMatch(element -> isPart(part, element));
    }

    /// True where `element` holds all that one of these does.
    boolean holdsPartOf(ScimValue element) {
        var value = key(element, "value");
        if (value == null || elements.contains(element)) {
            return elements.contains(element);
        }
        var typed = byPair.getOrDefault(new Pair(value, key(element, "type")), List.of());
        var untyped = byPair.getOrDefault(new Pair(value, null), List.of());
        return typed.stream().anyMatch(part -> isPart(part, element))
                || untyped.stream().anyMatch(part -> isPart(part, element));
    }

    private boolean isPart(ScimValue part, ScimValue element) {
        if (part instanceof ScimValue.Complex(var members) && element instanceof ScimValue.Complex whole) {
            return members.entrySet().stream()
                    .allMatch(member -> isEqual(member.getKey(), member.getValue(), whole.find(member.getKey())));
        }
        return true;
    }

    private boolean isEqual(String name, ScimValue left, @Nullable ScimValue right) {
        if (right == null || left.equals(right)) {
            return right != null;
        }
        var sub = attribute.subAttribute(name);
        return sub.isPresent()
                && !sub.get().multiValued()
                && SearchKey.of(sub.get(), left).equals(SearchKey.of(sub.get(), right));
    }

    // Of a simple element, the element itself is the value.
    private @Nullable String key(ScimValue element, String name) {
        if (!(element instanceof ScimValue.Complex complex)) {
            return name.equals("value") ? SearchKey.of(attribute, element) : null;
        }
        var held = complex.find(name);
        var sub = attribute.subAttribute(name);
        return held == null || sub.isEmpty() || sub.get().multiValued() ? null : SearchKey.of(sub.get(), held);
    }
}
