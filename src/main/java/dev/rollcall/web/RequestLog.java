package dev.rollcall.web;

import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Gives every request an identifier: the caller's `X-Request-Id` where it has one, else a new one. It is in
/// every log line of the request and in the answer. One line a request is logged: at INFO where it was refused
/// or failed, at DEBUG otherwise; the path, never the query, and what its door notes of it.
@Provider
@PreMatching
@Priority(Stages.LOG)
public class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {
    /// The property of a request that holds its path as clients know it, where it is served at another.
    public static final String SHOWN = RequestLog.class.getName() + ".shown";

    private static final Logger LOG = Logger.getLogger("dev.rollcall.requests");
    private static final String HEADER = "X-Request-Id";
    private static final String ID = "requestId";
    private static final String BEGIN = RequestLog.class.getName() + ".begin";
    // What another system calls a request must not be able to forge log lines.
    private static final Pattern ACCEPTED = Pattern.compile("[-A-Za-z0-9._:]{1,128}");
    private static final int REFUSED = 400;

    private final List<RequestNote> notes;

    RequestLog(@All List<RequestNote> notes) {
        this.notes = notes;
    }

    /// What the request that is being served is called; null outside of requests.
    public static @Nullable String currentId() {
        return MDC.get(ID) instanceof String id ? id : null;
    }

    /// What a request is called; null before the first stage.
    public static @Nullable String id(ContainerRequestContext request) {
        return request.getProperty(ID) instanceof String id ? id : null;
    }

    /// When a request came, by the clock of `System.nanoTime`.
    public static long begun(ContainerRequestContext request) {
        return request.getProperty(BEGIN) instanceof Long begin ? begin : System.nanoTime();
    }

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
                    path(request),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                    notes(request));
        }
        MDC.remove(ID);
    }

    /// The path of a request as clients know it, without its query.
    public static String path(ContainerRequestContext request) {
        return request.getProperty(SHOWN) instanceof String shown
                ? shown
                : request.getUriInfo().getRequestUri().getRawPath();
    }

    private String notes(ContainerRequestContext request) {
        return notes.stream().flatMap(note -> note.of(request).stream()).collect(Collectors.joining());
    }
}
