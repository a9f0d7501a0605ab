package dev.rollcall.scim.security;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// Answers from the event loop, outside of what the filter covers.
@Path("/event-loop")
public class EventLoopEndpoint {

    /// The name of the thread.
    @GET
    @NonBlocking
    public String thread() {
        return Thread.currentThread().getName();
    }
}
