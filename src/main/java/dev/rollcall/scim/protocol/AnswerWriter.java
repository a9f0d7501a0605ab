package dev.rollcall.scim.protocol;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Writes answers that may be too large to be held. What fails before anything was written is answered with an
/// error; what fails later breaks the transfer, so that no client takes a part for the whole.
@Provider
@Produces(MediaType.WILDCARD)
public class AnswerWriter implements MessageBodyWriter<Answer> {
    private final StreamedAnswers streamed;

    AnswerWriter(StreamedAnswers streamed) {
        this.streamed = streamed;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Answer.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Answer answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, ScimBodyWriter.contentType(mediaType));
        switch (answer) {
            case Answer.Held(var value) -> out.write(JsonWriter.bytes(value));
            case Answer.Streamed(var content) -> streamed.write(content, headers, out);
        }
    }
}
