package dev.rollcall.scim.endpoint;

import dev.rollcall.scim.endpoint.ResourceRequests.Request;
import dev.rollcall.scim.protocol.ProjectionParameters;
import dev.rollcall.scim.resource.ResourceStore;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.NullUnmarked;

/// What every request to a resource brings along, wherever it was sent.
@NullUnmarked
public class RequestParameters {
    /// What the header `Prefer` is for, as the description of an operation says it.
    public static final String PREFER = "return=minimal: without the resource; return=representation: with it";

    @Context
    public UriInfo uri;

    @Context
    public HttpHeaders headers;

    @Context
    public jakarta.ws.rs.core.Request http;

    @BeanParam
    public ProjectionParameters projection;

    /// The request, to the resources of a store.
    public Request to(ResourceStore store) {
        return new Request(store, uri, projection, headers, http.getMethod().equals("HEAD"));
    }
}
