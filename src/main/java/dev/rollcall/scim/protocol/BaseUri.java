package dev.rollcall.scim.protocol;

import dev.rollcall.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/// The base URI that clients see, {@link ScimPaths#BASE} included, without a trailing slash.
@ApplicationScoped
public class BaseUri {
    private final PublicUrl publicUrl;

    BaseUri(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /// The base URI for the answer to one request.
    public String of(UriInfo request) {
        return publicUrl.of(request) + ScimPaths.BASE;
    }
}
