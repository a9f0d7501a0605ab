package dev.rollcall.scim.bulk;

import dev.rollcall.scim.protocol.BodyMemory;
import dev.rollcall.scim.protocol.BoundedBody;
import dev.rollcall.scim.protocol.BulkConfig;
import dev.rollcall.scim.protocol.MediaTypes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Reads the body of a bulk request.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class BulkBodyReader implements MessageBodyReader<BulkBody> {
    private final BoundedBody bounded;

    BulkBodyReader(BulkConfig config, BodyMemory memory) {
        bounded = new BoundedBody(
                config.maxPayloadSize().asLongValue(), ", which is the maxPayloadSize: send several requests", memory);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == BulkBody.class;
    }

    @Override
    public BulkBody readFrom(
            Class<BulkBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        return new BulkBody(bounded.read(body, headers));
    }
}
