package dev.rollcall.scim.conformance.scenario;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The members of an object in a scenario file. Every member must be asked for, so that a misspelt expectation
/// does not pass as one that was never made.
final class Members {
    private final String place;
    private final SequencedMap<String, ScimValue> members;
    private final Set<String> read = new HashSet<>();

    Members(String place, ScimValue value) {
        this.place = place;
        members = object(value).members();
    }

    Optional<ScimValue> find(String name) {
        read.add(name);
        return Optional.ofNullable(members.get(name));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Optional<String> text(String name) {
        return find(name).map(value -> {
            if (value instanceof ScimValue.Text(var text)) {
                return text;
            }
            throw refused("'" + name + "' must be a string");
        });
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> refused("'" + name + "' is missing"));
    }

    boolean flag(String name) {
        return find(name).map(ScimValue.of(true)::equals).orElse(false);
    }

    List<ScimValue> list(String name) {
        return find(name).map(this::elements).orElse(List.of());
    }

    List<String> texts(String name) {
        return list(name).stream().map(this::text).toList();
    }

    SequencedMap<String, ScimValue> map(String name) {
        return find(name).map(value -> object(value).members()).orElseGet(LinkedHashMap::new);
    }

    Map<String, String> textMap(String name) {
        var texts = new LinkedHashMap<String, String>();
        map(name).forEach((member, value) -> texts.put(member, text(value)));
        return texts;
    }

    int number(ScimValue value) {
        if (value instanceof ScimValue.Numeric(var number)) {
            return number.intValueExact();
        }
        throw refused(JsonWriter.text(value) + " must be a number");
    }

    List<ScimValue> elements(ScimValue value) {
        if (value instanceof ScimValue.MultiValued(var elements)) {
            return elements;
        }
        throw refused(JsonWriter.text(value) + " must be an array");
    }

    /// To be called when all known members have been read.
    ///
    /// @throws IllegalArgumentException if there are others
    void refuseOthers() {
        var others =
                members.keySet().stream().filter(name -> !read.contains(name)).toList();
        if (!others.isEmpty()) {
            throw refused("unknown members " + others + "; known here are "
                    + read.stream().sorted().toList());
        }
    }

    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(place + ": " + why);
    }

    private String text(ScimValue value) {
        if (value instanceof ScimValue.Text(var text)) {
            return text;
        }
        throw refused(JsonWriter.text(value) + " must be a string");
    }

    private ScimValue.Complex object(ScimValue value) {
        if (value instanceof ScimValue.Complex object) {
            return object;
        }
        throw refused(JsonWriter.text(value) + " must be an object");
    }
}
