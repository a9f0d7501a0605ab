package dev.rollcall.scim.group;

import dev.rollcall.scim.protocol.BodyMemory;
import dev.rollcall.scim.protocol.BoundedBody;
import dev.rollcall.scim.protocol.BoundedBodyReader;
import dev.rollcall.scim.protocol.MediaTypes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ext.Provider;

/// Reads the body of a request to create or change a group.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class GroupBodyReader extends BoundedBodyReader<GroupBody> {
    GroupBodyReader(GroupsConfig config, BodyMemory memory) {
        super(GroupBody.class, new BoundedBody(config.bodySize().asLongValue(), "", memory), GroupBody::new);
    }
}
