package dev.rollcall.api.testing;

import dev.rollcall.security.Caller;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.security.OperatorScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.UUID;

/// Takes the caller from a header.
@Provider
@Priority(1_001)
public class GivenCaller implements ContainerRequestFilter {
    static final String HEADER = "X-Test-Caller";

    private final CurrentCaller current;

    GivenCaller(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getHeaderString(HEADER);
        if (given == null) {
            return;
        }
        var words = given.split(" ", -1);
        current.set(
                switch (words[0]) {
                    case "person" ->
                        new Caller.Person(words[2], words[2] + "@example.com", UUID.fromString(words[1]), true);
                    case "operator-of" ->
                        new Caller.Operator(
                                "op-1", "One's back end", UUID.fromString(words[1]), Set.of(OperatorScope.values()));
                    default -> new Caller.Operator("op", words[1], null, Set.of(OperatorScope.values()));
                });
    }
}
