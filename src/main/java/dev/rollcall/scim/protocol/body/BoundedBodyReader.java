package dev.rollcall.scim.protocol.body;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.UnreadableEncoding;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;

/// Reads request bodies of one type, which are JSON objects of a bounded size.
public abstract class BoundedBodyReader<T> implements MessageBodyReader<T> {
    private final Class<T> type;
    private final BoundedBody bounded;
    private final Function<ScimValue.Complex, T> body;

    /// @param type the type, exactly
    /// @param body makes a body of the type from the object that was read
    protected BoundedBodyReader(Class<T> type, BoundedBody bounded, Function<ScimValue.Complex, T> body) {
        this.type = type;
        this.bounded = bounded;
        this.body = body;
    }

    @Override
    public final boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == this.type;
    }

    /// @throws ScimException as {@link BoundedBody#read}
    /// @throws UnreadableEncoding as {@link BoundedBody#read}
    @Override
    public final T readFrom(
            Class<T> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        return body.apply(bounded.read(in, headers));
    }
}
