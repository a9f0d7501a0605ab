package dev.rollcall.scim.bulk;

import dev.rollcall.scim.protocol.BulkConfig;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.body.BodyMemory;
import dev.rollcall.scim.protocol.body.BoundedBody;
import dev.rollcall.scim.protocol.body.BoundedBodyReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ext.Provider;

/// Reads the body of a bulk request.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class BulkBodyReader extends BoundedBodyReader<BulkBody> {
    BulkBodyReader(BulkConfig config, BodyMemory memory) {
        super(
                BulkBody.class,
                new BoundedBody(
                        config.maxPayloadSize().asLongValue(),
                        ", which is the maxPayloadSize: send several requests",
                        memory),
                BulkBody::new);
    }
}
