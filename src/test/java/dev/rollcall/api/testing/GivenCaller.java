package dev.rollcall.api.testing;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.Caller;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.ForOperators;
import dev.rollcall.security.OperatorScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.UUID;

/// A door that takes the caller from a header.
@Provider
@Priority(1_001)
public class GivenCaller implements ContainerRequestFilter {
    static final String HEADER = "X-Test-Caller";

    private final CurrentCaller current;

    @Context
    ResourceInfo resource;

    @SuppressWarnings("NullAway.Init") // the framework sets it
    GivenCaller(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/api/")) {
            return;
        }
        var given = request.getHeaderString(HEADER);
        if (given == null) {
            throw new NotAuthorizedException("Bearer");
        }
        var caller = caller(given.split(" ", -1));
        current.set(caller);
        require(caller, request);
    }

    private void require(Caller caller, ContainerRequestContext request) {
        var organization = request.getUriInfo().getPathParameters().getFirst("organizationId");
        if (organization != null
                && UUID_TEXT.matcher(organization).matches()
                && !caller.sees(UUID.fromString(organization))) {
            throw RefusedException.notFound("There is no organization " + organization + ".");
        }
        var reads = request.getMethod().equals("GET");
        var operators = resource.getResourceMethod().getAnnotation(ForOperators.class);
        if (!(reads ? caller.mayRead() : caller.mayWrite())
                || (operators != null && !(caller instanceof Caller.Operator))
                || (operators != null && operators.ofAll() && caller.organizationId() != null)) {
            throw RefusedException.of(RefusedException.Kind.FORBIDDEN, "You may not do this.");
        }
    }

    private static final java.util.regex.Pattern UUID_TEXT = java.util.regex.Pattern.compile("[0-9a-f-]{36}");

    private static Caller caller(String[] words) {
        return switch (words[0]) {
            case "person" -> new Caller.Person(words[2], words[2] + "@example.com", UUID.fromString(words[1]), true);
            case "member" -> new Caller.Person(words[2], words[2] + "@example.com", UUID.fromString(words[1]), false);
            case "operator-of" ->
                new Caller.Operator(
                        "op-1", "One's back end", UUID.fromString(words[1]), Set.of(OperatorScope.values()));
            case "reader" -> new Caller.Operator("op-2", "Reader", null, Set.of(OperatorScope.ADMIN_READ));
            default -> new Caller.Operator("op", words[1], null, Set.of(OperatorScope.values()));
        };
    }
}
