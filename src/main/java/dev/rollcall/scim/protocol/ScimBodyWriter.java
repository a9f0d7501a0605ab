package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ScimValue;
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

/// Writes answers, whatever the framework makes of the client's `Accept`: `application/*` becomes a type that
/// is neither of the two.
@Provider
@Produces(MediaType.WILDCARD)
public class ScimBodyWriter implements MessageBodyWriter<ScimValue.Complex> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ScimValue.Complex.class;
    }

    @Override
    public void writeTo(
            ScimValue.Complex value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, contentType(mediaType));
        out.write(JsonWriter.bytes(value));
    }

    /// The media type of an answer. The framework adds a charset, which application/scim+json does not have
    /// (RFC 7644 §8.1).
    static String contentType(MediaType negotiated) {
        var isPlain = (negotiated.getType() + "/" + negotiated.getSubtype()).equals(MediaTypes.JSON);
        return isPlain ? MediaTypes.JSON : MediaTypes.SCIM;
    }
}
