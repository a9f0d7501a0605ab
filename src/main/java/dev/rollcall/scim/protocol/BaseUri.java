package dev.rollcall.scim.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The base URI that clients see, {@link ScimPaths#BASE} included, without a trailing slash.
@ApplicationScoped
public class BaseUri {
    private final Optional<String> configured;

    /// @param publicUrl scheme, host and, where needed, port and path prefix under which clients reach the
    /// service. Where it is not set they
    ///     are taken from each request, and from forwarded headers of trusted proxies
    BaseUri(@ConfigProperty(name = "rollcall.public-url") Optional<String> publicUrl) {
        configured = publicUrl.map(BaseUri::withoutSlash);
    }

    /// The base URI for the answer to one request.
    public String of(UriInfo request) {
        return configured.orElseGet(() -> withoutSlash(request.getBaseUri().toString())) + ScimPaths.BASE;
    }

    private static String withoutSlash(String url) {
        var end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }
}
