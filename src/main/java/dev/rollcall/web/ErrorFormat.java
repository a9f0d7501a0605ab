package dev.rollcall.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// The form of errors at one door.
public interface ErrorFormat {
    /// Whether errors at a path have this form.
    boolean covers(String path);

    /// The answer to a failure of the door's own; nothing for all others.
    Optional<Response> ofOwn(Throwable failure, ContainerRequestContext request);

    /// The answer to a failure that any door can have.
    Response of(Failure failure, ContainerRequestContext request);
}
