package dev.rollcall.scim.protocol.body;

import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ext.Provider;
import java.util.function.Function;

/// Reads request bodies, which are JSON objects of a bounded size.
@Provider
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class ScimBodyReader extends BoundedBodyReader<ScimValue.Complex> {
    ScimBodyReader(LimitsConfig limits, BodyMemory memory) {
        super(
                ScimValue.Complex.class,
                new BoundedBody(limits.bodySize().asLongValue(), "", memory),
                Function.identity());
    }
}
