package dev.rollcall.scim.protocol;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Writes answers. One that is held is sent at once, with its length. One that is not may be too large for that:
/// what fails before anything of it was written is answered with an error; what fails later breaks the transfer,
/// so that no client takes a part for the whole.
@Provider
@Produces(MediaType.WILDCARD)
public class AnswerWriter implements ServerMessageBodyWriter<Answer> {
    private final StreamedAnswers streamed;

    AnswerWriter(StreamedAnswers streamed) {
        this.streamed = streamed;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Answer.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Answer.class.isAssignableFrom(type);
    }

    /// Sends a held answer in one piece. An output stream would send it in two, each of which wakes the thread of
    /// the connection.
    @Override
    public void writeResponse(Answer answer, Type genericType, ServerRequestContext context) throws IOException {
        var headers =
                ((ResteasyReactiveRequestContext) context).getResponse().get().getHeaders();
        switch (answer) {
            case Answer.Held(var value) -> {
                var body = JsonWriter.bytes(value);
                setContentType(headers, context.getResponseMediaType());
                context.serverResponse().end(body);
            }
            case Answer.Streamed _ -> {
                var out = context.getOrCreateOutputStream();
                write(answer, context.getResponseMediaType(), headers, out);
                out.close();
            }
        }
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
        write(answer, mediaType, headers, out);
    }

    private void write(Answer answer, MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out)
            throws IOException {
        setContentType(headers, mediaType);
        switch (answer) {
            case Answer.Held(var value) -> out.write(JsonWriter.bytes(value));
            case Answer.Streamed(var content) -> streamed.write(content, headers, out);
        }
    }

    private static void setContentType(MultivaluedMap<String, Object> headers, MediaType mediaType) {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, ScimBodyWriter.contentType(mediaType));
    }
}
