package dev.rollcall.scim.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The elements of one multi-valued attribute as they are put together: the same pair of type and value is held
/// once (RFC 7643 §2.4), compared as the schema says (`caseExact`). Where a pair comes again, the
/// sub-attributes of the later element are added to those of the former.
public final class DistinctElements {
    private final SchemaAttribute attribute;
    private final @Nullable SchemaAttribute value;
    private final @Nullable SchemaAttribute type;
    private final List<ScimValue> elements = new ArrayList<>();
    private final Map<Object, Integer> positions = new HashMap<>();

    /// No elements yet of `attribute`, which is multi-valued.
    public DistinctElements(SchemaAttribute attribute) {
        this.attribute = attribute;
        this.value = attribute.subAttribute("value").orElse(null);
        this.type = attribute.subAttribute("type").orElse(null);
    }

    /// Adds an element, or joins it to the one with the same type and value.
    ///
    /// @return its position
    public int add(ScimValue element) {
        var position = positions.putIfAbsent(key(element), elements.size());
        if (position == null) {
            elements.add(element);
            return elements.size() - 1;
        }
        elements.set(position, joined(elements.get(position), element));
        return position;
    }

    /// The elements in the order in which they came first.
    public List<ScimValue> list() {
        return List.copyOf(elements);
    }

    private static ScimValue joined(ScimValue former, ScimValue later) {
        if (former instanceof ScimValue.Complex(var members) && later instanceof ScimValue.Complex(var more)) {
            var all = new LinkedHashMap<>(members);
            all.putAll(more);
            return new ScimValue.Complex(all);
        }
        return former;
    }

    private Object key(ScimValue element) {
        if (!(element instanceof ScimValue.Complex complex)) {
            return SearchKey.of(attribute, element);
        }
        var valueKey = key(complex, value);
        return valueKey == null ? element : new Pair(Objects.toString(key(complex, type), ""), valueKey);
    }

    private static @Nullable String key(ScimValue.Complex element, @Nullable SchemaAttribute sub) {
        var held = sub == null ? null : element.find(sub.name());
        return sub == null || held == null ? null : SearchKey.of(sub, held);
    }

    private record Pair(String type, String value) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pair(var itsType, var itsValue) && type.equals(itsType) && value.equals(itsValue);
        }

        @Override
        public int hashCode() {
            return type.hashCode() * 31 + value.hashCode();
        }
    }
}
