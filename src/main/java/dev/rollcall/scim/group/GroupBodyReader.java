package dev.rollcall.scim.group;

import dev.rollcall.scim.protocol.BodyMemory;
import dev.rollcall.scim.protocol.BoundedBody;
import dev.rollcall.scim.protocol.MediaTypes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Reads the body of a request to create or change a group.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class GroupBodyReader implements MessageBodyReader<GroupBody> {
    private final BoundedBody bounded;

    GroupBodyReader(GroupsConfig config, BodyMemory memory) {
        bounded = new BoundedBody(config.bodySize().asLongValue(), "", memory);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == GroupBody.class;
    }

    @Override
    public GroupBody readFrom(
            Class<GroupBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        return new GroupBody(bounded.read(body, headers));
    }
}
