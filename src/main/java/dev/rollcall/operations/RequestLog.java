package dev.rollcall.operations;

import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.tolerance.Tolerance;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Gives every request an identifier: the caller's `X-Request-Id` where it has one, else a new one. It is in
/// every log line of the request and in the answer. One line a request is logged: at INFO where it was refused
/// or failed, at DEBUG otherwise; the path, never the query, and the names of the tolerances that it needed.
@Provider
@PreMatching
@Priority(RequestLog.FIRST)
public class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {
    static final int FIRST = 1;

    private static final Logger LOG = Logger.getLogger("dev.rollcall.requests");
    private static final String HEADER = "X-Request-Id";
    private static final String ID = "requestId";
    private static final String BEGIN = RequestLog.class.getName() + ".begin";
    // What another system calls a request must not be able to forge log lines.
    private static final Pattern ACCEPTED = Pattern.compile("[-A-Za-z0-9._:]{1,128}");
    private static final int REFUSED = 400;

    @Override
    public void filter(ContainerRequestContext request) {
        var id = Optional.ofNullable(request.getHeaderString(HEADER))
                .filter(given -> ACCEPTED.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put(ID, id);
        request.setProperty(ID, id);
        request.setProperty(BEGIN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(ID) instanceof String id) || !(request.getProperty(BEGIN) instanceof Long begin)) {
            return;
        }
        response.getHeaders().putSingle(HEADER, id);
        var level = response.getStatus() >= REFUSED ? Logger.Level.INFO : Logger.Level.DEBUG;
        if (LOG.isEnabled(level)) {
            LOG.logf(
                    level,
                    "%s %s %d %d ms%s",
                    request.getMethod(),
                    ScimPaths.shown(request.getUriInfo().getRequestUri().getRawPath()),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                    forgiven(request));
        }
        MDC.remove(ID);
    }

    private static String forgiven(ContainerRequestContext request) {
        return CurrentClient.of(request)
                .map(client -> client.tolerances().noted())
                .filter(noted -> !noted.isEmpty())
                .map(noted -> " forgiven " + Tolerance.keywords(noted))
                .orElse("");
    }
}
