package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Reads request bodies, which are JSON objects of a bounded size.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class ScimBodyReader implements MessageBodyReader<ScimValue.Complex> {
    private final BoundedBody bounded;

    ScimBodyReader(LimitsConfig limits, BodyMemory memory) {
        bounded = new BoundedBody(limits.bodySize().asLongValue(), "", memory);
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
            InputStream body) {
        return bounded.read(body, headers);
    }
}
