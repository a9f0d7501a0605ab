package dev.rollcall.firstrun;

import dev.rollcall.oauth.TokenEndpoint;
import dev.rollcall.scim.protocol.ScimPaths;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where identity providers reach the service.
@ApplicationScoped
public class ServiceAddress {
    private final Optional<String> publicUrl;
    private final int port;

    ServiceAddress(
            @ConfigProperty(name = "rollcall.public-url") Optional<String> publicUrl,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.publicUrl = publicUrl;
        this.port = port;
    }

    /// The SCIM base URL, as far as it is known without a running server.
    public String endpoint() {
        return endpoint(port);
    }

    /// The SCIM base URL of a server that listens on this port.
    public String endpoint(int actualPort) {
        return base(actualPort) + ScimPaths.BASE;
    }

    /// Where OAuth clients fetch their tokens, as far as it is known without a running server.
    public String tokenEndpoint() {
        return base(port) + TokenEndpoint.PATH;
    }

    /// What all URLs of the service begin with, as far as it is known without a running server.
    public String publicUrl() {
        return base(port);
    }

    /// What the URLs of the service begin with whose SCIM base URL this is.
    static String publicUrl(String endpoint) {
        return endpoint.substring(0, endpoint.length() - ScimPaths.BASE.length());
    }

    private String base(int actualPort) {
        return publicUrl.map(url -> url.replaceAll("/+$", "")).orElse("http://localhost:" + actualPort);
    }
}
