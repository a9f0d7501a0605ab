package dev.rollcall.scim.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.scim.schema.ScimValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes the value tree as JSON, in UTF-8 where it writes bytes.
public final class JsonWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonWriter() {}

    /// The value as a text.
    public static String text(ScimValue value) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// The value as bytes.
    public static byte[] bytes(ScimValue value) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(value, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Writes the value to `out`, which stays open.
    public static void write(ScimValue value, OutputStream out) throws IOException {
        try (var json = generator(out)) {
            write(value, json);
        }
    }

    /// Writes JSON to `out`. Closing it, or failing, leaves `out` open and an unfinished value unfinished.
    static JsonGenerator generator(OutputStream out) throws IOException {
        return JSON.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    }

    static void write(ScimValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case ScimValue.Text(var text) -> json.writeString(text);
            case ScimValue.Bool(var bool) -> json.writeBoolean(bool);
            case ScimValue.Numeric(var number) -> json.writeNumber(number);
            case ScimValue.Null _ -> json.writeNull();
            case ScimValue.MultiValued(var elements) -> {
                json.writeStartArray();
                for (var element : elements) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case ScimValue.Complex(var members) -> {
                json.writeStartObject();
                for (Map.Entry<String, ScimValue> member : members.entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
        }
    }
}
