package dev.rollcall.scim.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.LongConsumer;

/// Reads JSON in UTF-8 (RFC 7644 §3.8) into the value tree. A text that is no JSON, invalid UTF-8, a member
/// given twice, nesting deeper than {@link #MAX_DEPTH} and anything behind the value are `invalidSyntax`.
public final class JsonReader {
    /// The deepest nesting; no SCIM message comes near it.
    public static final int MAX_DEPTH = 64;

    /// A string, a number or an object with two members, each with its place in what holds it.
    private static final int BYTES_OF_A_VALUE = 72;

    private static final int MAX_NUMBER_DIGITS = 100;
    private static final int MAX_NAME_LENGTH = 1_000;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_DIGITS)
            .maxNameLength(MAX_NAME_LENGTH)
            .build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(CONSTRAINTS)
            .build();
    // What the service wrote names no member twice.
    private static final JsonFactory OWN =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    private JsonReader() {}

    /// Reads one JSON value.
    ///
    /// @throws ScimException `invalidSyntax`
    public static ScimValue read(byte[] json) {
        try (var parser = JSON.createParser(json)) {
            return document(parser, _ -> {});
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /// Reads one JSON value from a text that the service wrote itself.
    public static ScimValue read(String json) {
        try (var parser = OWN.createParser(json)) {
            return document(parser, _ -> {});
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /// Reads a JSON object.
    ///
    /// @throws ScimException `invalidSyntax`, also for any other JSON value
    public static ScimValue.Complex readObject(byte[] json) {
        return object(read(json));
    }

    /// Reads a JSON object as it comes.
    ///
    /// @param memory is told about how many bytes each value takes once it is read
    /// @throws ScimException `invalidSyntax`, also for any other JSON value; what `memory` throws
    public static ScimValue.Complex readObject(InputStream json, LongConsumer memory) {
        try (var parser = JSON.createParser(json)) {
            return object(document(parser, memory));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static ScimValue.Complex object(ScimValue value) {
        if (value instanceof ScimValue.Complex object) {
            return object;
        }
        throw ScimException.invalidSyntax("The body must be a JSON object");
    }

    private static ScimValue document(JsonParser parser, LongConsumer memory) throws IOException {
        if (parser.nextToken() == null) {
            throw ScimException.invalidSyntax("The body is empty: send a JSON object");
        }
        var value = value(parser, memory);
        if (parser.nextToken() != null) {
            throw ScimException.invalidSyntax("The body holds more than one JSON value");
        }
        return value;
    }

    private static ScimValue value(JsonParser parser, LongConsumer memory) throws IOException {
        memory.accept(BYTES_OF_A_VALUE);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, memory);
            case START_ARRAY -> array(parser, memory);
            case VALUE_STRING -> text(parser.getText(), memory);
            case VALUE_TRUE -> ScimValue.of(true);
            case VALUE_FALSE -> ScimValue.of(false);
            case VALUE_NULL -> ScimValue.Null.NULL;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("JSON parser stands at " + parser.currentToken());
        };
    }

    private static ScimValue text(String text, LongConsumer memory) {
        memory.accept(text.length());
        return ScimValue.of(text);
    }

    private static ScimValue object(JsonParser parser, LongConsumer memory) throws IOException {
        var members = new LinkedHashMap<String, ScimValue>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, memory));
        }
        return new ScimValue.Complex(members);
    }

    private static ScimValue array(JsonParser parser, LongConsumer memory) throws IOException {
        var elements = new ArrayList<ScimValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, memory));
        }
        return new ScimValue.MultiValued(elements);
    }

    private static ScimValue number(JsonParser parser) throws IOException {
        try {
            return new ScimValue.Numeric(parser.getDecimalValue());
        } catch (ArithmeticException | NumberFormatException _) {
            throw ScimException.invalidSyntax("The body holds a number that is out of range");
        }
    }

    private static ScimException refused(IOException e) {
        return switch (e) {
            case StreamConstraintsException _ ->
                ScimException.invalidSyntax("The body is nested deeper than " + MAX_DEPTH
                        + " levels, or holds a name or number that is too long");
            case JsonProcessingException broken
            when broken.getLocation() != null ->
                ScimException.invalidSyntax("The body is not valid JSON: see line "
                        + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr());
            default -> ScimException.invalidSyntax("The body is not valid JSON in UTF-8");
        };
    }
}
