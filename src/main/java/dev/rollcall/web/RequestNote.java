package dev.rollcall.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// What a door adds to the line that is logged for its requests.
@FunctionalInterface
public interface RequestNote {
    /// What there is to say of a request that was answered. It holds no secret and no value of a client.
    Optional<String> of(ContainerRequestContext request);
}
