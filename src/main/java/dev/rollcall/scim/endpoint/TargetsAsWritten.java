package dev.rollcall.scim.endpoint;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Sees to it that everything behind it sees URIs, whatever clients write: it comes before all that reads the
/// target of a request. Below `/scim` a target that is no URI goes on as what was meant, and is answered once it is
/// known who sends it ({@link #of}); elsewhere it is refused. The framework has a check of its own that refuses all
/// of them before anybody is asked; it is switched off where the process starts.
@ApplicationScoped
public class TargetsAsWritten {
    private static final String KEY = TargetsAsWritten.class.getName();
    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;
    private static final int BAD_REQUEST = 400;
    // In any spelling that leads there: see PathNormalisation.
    private static final Pattern SCIM = Pattern.compile("(?i)/+scim([/;?].*)?");

    void register(@Observes Filters filters) {
        filters.register(TargetsAsWritten::handle, BEFORE_ALL_OTHERS);
    }

    private static void handle(RoutingContext context) {
        var target = context.request().uri();
        if (RequestTarget.isUri(target) && (target.startsWith("/") || isForJava(target))) {
            context.next();
        } else if (!SCIM.matcher(target).matches()) {
            refuse(context);
        } else {
            var read = RequestTarget.read(target);
            context.put(KEY, read);
            context.reroute(read.uri());
        }
    }

    private static boolean isForJava(String target) {
        try {
            var _ = new URI(target);
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static void refuse(RoutingContext context) {
        context.request().resume();
        context.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("The target of the request is no URI: percent-encode its characters\n");
    }

    /// How the target of a request was read that was no URI.
    public static Optional<RequestTarget> of(ContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        return Optional.ofNullable(context.unwrap(RoutingContext.class).get(KEY));
    }
}
