package dev.rollcall.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Scheme, host and, where needed, port and path prefix under which clients reach the service, without a trailing
/// slash.
@ApplicationScoped
public class PublicUrl {
    private final Optional<String> configured;

    /// @param configured where it is not set, it is taken from each request, and from forwarded headers of trusted
    ///     proxies
    PublicUrl(@ConfigProperty(name = "rollcall.public-url") Optional<String> configured) {
        this.configured = configured.map(PublicUrl::withoutSlash);
    }

    /// The one for the answer to a request.
    public String of(UriInfo request) {
        return configured.orElseGet(() -> withoutSlash(request.getBaseUri().toString()));
    }

    private static String withoutSlash(String url) {
        var end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }
}
