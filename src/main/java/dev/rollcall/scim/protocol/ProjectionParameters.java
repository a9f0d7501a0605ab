package dev.rollcall.scim.protocol;

import dev.rollcall.scim.projection.Projection;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.NullUnmarked;

/// The query parameters of RFC 7644 §3.9 as they came.
@NullUnmarked
public class ProjectionParameters {
    @QueryParam("attributes")
    public String attributes;

    @QueryParam("excludedAttributes")
    public String excludedAttributes;

    /// What the client asked to see.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue` where both are given
    public Projection projection() {
        return Projection.parse(attributes, excludedAttributes);
    }
}
