package dev.rollcall.scim.group;

import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.body.BodyMemory;
import dev.rollcall.scim.protocol.body.BoundedBody;
import dev.rollcall.scim.protocol.body.BoundedBodyReader;
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
