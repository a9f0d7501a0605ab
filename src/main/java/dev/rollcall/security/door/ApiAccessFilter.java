package dev.rollcall.security.door;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Kind;
import dev.rollcall.security.Caller;
import dev.rollcall.security.ChangesNothing;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.ForAnyCaller;
import dev.rollcall.security.ForOperators;
import dev.rollcall.web.SafeMethods;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides what a caller may do at an endpoint of the management API: for all of them, so that none can forget it. It
/// goes by the endpoint and not by the path, so that no other spelling of a path leads past it.
@Provider
@Priority(Stages.ACCESS)
class ApiAccessFilter implements ContainerRequestFilter {
    private static final String ENDPOINTS = "dev.rollcall.api.";
    private static final String ORGANIZATION = "organizationId";

    private final ResourceInfo resource;
    private final CurrentCaller current;

    ApiAccessFilter(ResourceInfo resource, CurrentCaller current) {
        this.resource = resource;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var endpoint = resource.getResourceClass();
        if (endpoint == null || !endpoint.getName().startsWith(ENDPOINTS)) {
            return;
        }
        if (ApiPaths.isOpen(request.getMethod(), request.getUriInfo().getPath())) {
            return;
        }
        var caller = current.required();
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(ForAnyCaller.class)) {
            return;
        }
        requireVisible(caller, request.getUriInfo().getPathParameters().getFirst(ORGANIZATION));
        requireAllowed(
                caller, SafeMethods.contain(request.getMethod()) || method.isAnnotationPresent(ChangesNothing.class));
        requireOperator(caller, forOperators(method));
    }

    private static void requireVisible(Caller caller, @Nullable String organization) {
        if (organization == null || caller.organizationId() == null) {
            return;
        }
        try {
            var id = UUID.fromString(organization);
            if (!caller.sees(id)) {
                throw RefusedException.notFound("There is no organization " + id + ".");
            }
        } catch (IllegalArgumentException _) {
            // No id: the endpoint has an answer for everybody.
            return;
        }
    }

    private static void requireAllowed(Caller caller, boolean reads) {
        if (reads ? caller.mayRead() : caller.mayWrite()) {
            return;
        }
        throw RefusedException.of(
                Kind.FORBIDDEN,
                switch (caller) {
                    case Caller.Operator _ ->
                        "The token lacks the scope " + (reads ? "admin.read" : "admin.write")
                                + ". Use a token that has it.";
                    case Caller.Person person ->
                        person.mayRead()
                                ? "This session may look at everything and change nothing. Ask an admin of the"
                                        + " organization to do this."
                                : "Only an admin of the organization may do this. Ask one of them, or to become one.";
                });
    }

    private static void requireOperator(Caller caller, @Nullable ForOperators wanted) {
        if (wanted == null) {
            return;
        }
        if (!(caller instanceof Caller.Operator)) {
            throw RefusedException.of(
                    Kind.FORBIDDEN, "Only the back end of the product may do this. Ask the product's support.");
        }
        if (wanted.ofAll() && caller.organizationId() != null) {
            throw RefusedException.of(
                    Kind.FORBIDDEN, "The token is for one organization only. This needs a token for all of them.");
        }
    }

    private static @Nullable ForOperators forOperators(Method method) {
        var own = method.getAnnotation(ForOperators.class);
        return own == null ? method.getDeclaringClass().getAnnotation(ForOperators.class) : own;
    }
}
