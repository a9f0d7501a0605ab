package dev.rollcall.security.session;

import dev.rollcall.web.PublicUrl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The cookie that holds the secret of a session. Over TLS it is bound to this host; without TLS there is one only
/// where nobody else can listen: between a browser and a service on the same machine.
@ApplicationScoped
public class SessionCookie {
    private static final String NAME = "rollcall-session";
    private static final String BOUND = "__Host-" + NAME;
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> LOOPBACK_ADDRESSES = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    private final PublicUrl publicUrl;
    private final CurrentVertxRequest current;

    SessionCookie(PublicUrl publicUrl, CurrentVertxRequest current) {
        this.publicUrl = publicUrl;
        this.current = current;
    }

    /// The values of the cookie, as often as a request has it.
    public List<String> values(ContainerRequestContext request) {
        var headers = request.getHeaders().getOrDefault(HttpHeaders.COOKIE, List.of());
        if (headers.isEmpty()) {
            return List.of();
        }
        var begin = name(request.getUriInfo()) + "=";
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(begin))
                .map(cookie -> cookie.substring(begin.length()))
                .toList();
    }

    /// The value of `Set-Cookie` that begins a session.
    public String begin(UriInfo request, String secret) {
        return name(request) + "=" + secret + attributes(request);
    }

    /// The value of `Set-Cookie` that ends one.
    public String end(UriInfo request) {
        return name(request) + "=; Max-Age=0" + attributes(request);
    }

    private String attributes(UriInfo request) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (isWithinThisMachine(request) ? "" : "; Secure");
    }

    private String name(UriInfo request) {
        return isWithinThisMachine(request) ? NAME : BOUND;
    }

    private boolean isWithinThisMachine(UriInfo request) {
        var remote = current.getCurrent().request().connection().remoteAddress();
        if (remote == null || !LOOPBACK_ADDRESSES.contains(String.valueOf(remote.hostAddress()))) {
            return false;
        }
        try {
            var url = URI.create(publicUrl.of(request));
            return "http".equals(url.getScheme()) && LOOPBACK_HOSTS.contains(String.valueOf(url.getHost()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
