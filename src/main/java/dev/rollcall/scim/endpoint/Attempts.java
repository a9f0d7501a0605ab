package dev.rollcall.scim.endpoint;

import dev.rollcall.scim.refused.Attempt;
import dev.rollcall.scim.resource.Write;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Remembers what a request tries to write until it is answered, for the case that it is refused.
@ApplicationScoped
class Attempts {
    private static final String KEY = Attempts.class.getName();

    private final CurrentVertxRequest request;

    Attempts(CurrentVertxRequest request) {
        this.request = request;
    }

    /// Notes what the request that is being served tries.
    void note(Write write) {
        var current = request.getCurrent();
        if (current != null) {
            current.put(KEY, Attempt.of(write));
        }
    }

    /// What a request tried.
    static Optional<Attempt> of(ContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        return Optional.ofNullable(context.unwrap(RoutingContext.class).get(KEY));
    }
}
