package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Reads request bodies, which are JSON objects of a bounded size.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class ScimBodyReader implements MessageBodyReader<ScimValue.Complex> {
    private final int limit;

    ScimBodyReader(LimitsConfig limits) {
        limit = Math.toIntExact(limits.bodySize().asLongValue());
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ScimValue.Complex.class;
    }

    @Override
    public ScimValue.Complex readFrom(
            Class<ScimValue.Complex> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw ScimException.status(413, "The body is larger than " + limit + " bytes");
        }
        return JsonReader.readObject(bytes);
    }
}
