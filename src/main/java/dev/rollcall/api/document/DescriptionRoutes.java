package dev.rollcall.api.document;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

/// Serves the descriptions as JSON. Whoever reaches the service may read them.
@ApplicationScoped
class DescriptionRoutes {
    void register(@Observes Router router) {
        for (var description : Description.values()) {
            for (var path : new String[] {description.path(), description.path() + ".json"}) {
                // A file is read, which is not for the event loop.
                router.route(path)
                        .method(HttpMethod.GET)
                        .method(HttpMethod.HEAD)
                        .blockingHandler(
                                context -> context.response()
                                        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                                        .end(description.json()),
                                false);
            }
        }
    }
}
