package dev.rollcall.scim.conformance.http;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came back. Header names are compared without regard to case.
public record Answer(int status, Map<String, List<String>> headers, String text) {

    /// Of what was read from the wire.
    public static Answer of(int status, Map<String, List<String>> headers, byte[] body) {
        var ignoringCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        ignoringCase.putAll(headers);
        return new Answer(status, ignoringCase, new String(body, StandardCharsets.UTF_8));
    }

    /// The values of the header, with commas between.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /// The body as JSON, or null where it is none.
    @Nullable
    public ScimValue json() {
        try {
            return text.isEmpty() ? null : JsonReader.read(text);
        } catch (ScimException _) {
            return null;
        }
    }

    /// The value at `body/…` or `header/…`, where a number counts the elements of an array from 0.
    public Optional<ScimValue> at(String place) {
        var steps = List.of(place.split("/"));
        if (steps.getFirst().equals("header")) {
            return header(steps.get(1)).map(ScimValue::of);
        }
        return steps.stream()
                .skip(1)
                .reduce(
                        Optional.ofNullable(json()),
                        (value, step) -> value.flatMap(from -> inside(from, step)),
                        (_, b) -> b);
    }

    private static Optional<ScimValue> inside(ScimValue value, String step) {
        return switch (value) {
            case ScimValue.Complex object -> Optional.ofNullable(object.find(step));
            case ScimValue.MultiValued(var elements) ->
                elements.stream().skip(Long.parseLong(step)).findFirst();
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> Optional.empty();
        };
    }
}
