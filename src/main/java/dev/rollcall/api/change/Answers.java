package dev.rollcall.api.change;

import dev.rollcall.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/// The answers that all endpoints of the management API have in common.
@ApplicationScoped
public class Answers {
    private final PublicUrl publicUrl;

    Answers(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /// What is there, or what it is after a change.
    public <T> RestResponse<T> of(T view, long version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .build();
    }

    /// What a POST to a list has made, which is found below the list.
    public <T> RestResponse<T> made(UriInfo request, Object id, T view, long version) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.LOCATION, publicUrl.of(request) + request.getPath() + "/" + id)
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .build();
    }

    /// What was there is gone.
    public RestResponse<Void> gone() {
        return RestResponse.noContent();
    }
}
