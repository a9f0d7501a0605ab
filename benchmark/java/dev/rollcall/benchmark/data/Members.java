package dev.rollcall.benchmark.data;

import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.List;

/// Puts a JSON object together, member by member.
final class Members {
    private final LinkedHashMap<String, ScimValue> members = new LinkedHashMap<>();

    Members put(String name, String value) {
        return put(name, ScimValue.of(value));
    }

    Members put(String name, ScimValue value) {
        members.put(name, value);
        return this;
    }

    Members put(String name, List<ScimValue.Complex> elements) {
        return elements.isEmpty() ? this : put(name, new ScimValue.MultiValued(List.copyOf(elements)));
    }

    ScimValue.Complex complex() {
        return new ScimValue.Complex(members);
    }
}
