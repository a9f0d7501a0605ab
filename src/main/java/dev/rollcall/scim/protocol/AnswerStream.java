package dev.rollcall.scim.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Takes the parts of an answer in their order and sends them on as JSON. It holds no more than a buffer; a
/// write waits until the client has taken what was written before.
public final class AnswerStream {
    private final JsonGenerator json;
    private final BiConsumer<String, String> headers;
    /// The array that begins with the next value.
    private @Nullable String unopened;

    AnswerStream(JsonGenerator json, BiConsumer<String, String> headers) {
        this.json = json;
        this.headers = headers;
    }

    /// Sets a header of the answer; before the first value only.
    public void header(String name, String value) {
        headers.accept(name, value);
    }

    /// Writes a value.
    public void value(ScimValue value) throws IOException {
        open();
        JsonWriter.write(value, json);
    }

    /// Writes an object.
    ///
    /// @param members its members but for one
    /// @param array the name of that one, an array, which is left out where it is empty
    /// @param elements writes the elements of the array
    public void object(ScimValue.Complex members, String array, Answer.Content elements) throws IOException {
        open();
        json.writeStartObject();
        for (Map.Entry<String, ScimValue> member : members.members().entrySet()) {
            json.writeFieldName(member.getKey());
            JsonWriter.write(member.getValue(), json);
        }
        unopened = array;
        elements.writeTo(this);
        if (unopened == null) {
            json.writeEndArray();
        }
        unopened = null;
        json.writeEndObject();
    }

    private void open() throws IOException {
        if (unopened != null) {
            json.writeArrayFieldStart(unopened);
            unopened = null;
        }
    }
}
