package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.projection.Projector;
import dev.rollcall.scim.protocol.Answer;
import dev.rollcall.scim.protocol.AnswerStream;
import dev.rollcall.scim.protocol.BaseUri;
import dev.rollcall.scim.protocol.ProjectionParameters;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.ResourceView;
import dev.rollcall.scim.search.SearchBody;
import dev.rollcall.scim.search.SearchMessage;
import dev.rollcall.scim.search.SearchScope;
import dev.rollcall.scim.search.Searches;
import dev.rollcall.scim.security.CurrentClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Between the endpoints and {@link ResourceService}: reads requests through the schema, in the mode of the
/// connection, and shows what comes of them. The same for every resource type.
@ApplicationScoped
public class ResourceRequests {
    private static final String SEARCH = ".search";

    private final ResourceService resources;
    private final CurrentClient clients;
    private final BaseUri baseUri;
    private final Searches searches;

    ResourceRequests(ResourceService resources, CurrentClient clients, BaseUri baseUri, Searches searches) {
        this.resources = resources;
        this.clients = clients;
        this.baseUri = baseUri;
        this.searches = searches;
    }

    /// What every request to a resource brings along.
    ///
    /// @param isHead whether only the headers of the answer to a GET are asked for
    public record Request(
            ResourceStore store, UriInfo uri, ProjectionParameters projection, HttpHeaders headers, boolean isHead) {
        Projector projector() {
            return new Projector(store.type(), projection.projection());
        }

        @Nullable
        EntityTags ifMatch() {
            return EntityTags.ofWrite(
                    headers.getHeaderString(HttpHeaders.IF_MATCH), headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        }

        @Nullable
        EntityTags ifNoneMatch() {
            return EntityTags.parse(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        }
    }

    /// Answers POST: 201 with the resource.
    public Response create(Request request, ScimValue.@Nullable Complex body) {
        var projection = request.projection().projection();
        var incoming = bodies(request).incoming(present(body));
        var created = resources.create(clients.required(), request.store(), incoming);
        return saved(() -> {
            var view = view(request, projector(request, projection, incoming));
            var resource = created.resource();
            return shown(
                    Response.status(Response.Status.CREATED),
                    resource,
                    request,
                    created.isNew() ? view::ofNew : view::of);
        });
    }

    /// Answers GET of one resource: 200, or 304 where the client has this version.
    public Response read(Request request, String id) {
        var projector = request.projector();
        Predicate<ResolvedAttribute> wanted = request.isHead() ? _ -> false : projector::mayShow;
        var resource =
                resources.read(clients.required(), request.store(), identifier(id), wanted, baseUri.of(request.uri()));
        var ifNoneMatch = request.ifNoneMatch();
        return ifNoneMatch != null && ifNoneMatch.match(resource)
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, resource.entityTag())
                        .build()
                : shown(Response.ok(), resource, request, view(request, projector)::ofDerived)
                        .build();
    }

    /// Answers GET of the endpoint: 200 with a list, however many match.
    public Response search(Request request, SearchParameters parameters) {
        var message = SearchMessage.of(parameters, request.projection(), request.uri());
        return answer(asked(SearchScope.of(request.store()), request.uri()), message);
    }

    /// Answers POST of `.search` below the endpoint: 200 with a list, however many match.
    public Response search(Request request, ScimValue.@Nullable Complex body) {
        var asked = asked(SearchScope.of(request.store()), request.uri());
        return answer(asked, SearchBody.read(present(body), asked.client().mode()));
    }

    /// Answers GET of the base URI, over all types.
    Response search(ResourceStores stores, RequestParameters request, SearchParameters parameters) {
        var message = SearchMessage.of(parameters, request.projection, request.uri);
        return answer(asked(SearchScope.all(stores.all()), request.uri), message);
    }

    /// Answers POST of `.search` below the base URI, over all types.
    Response search(ResourceStores stores, RequestParameters request, ScimValue.@Nullable Complex body) {
        var asked = asked(SearchScope.all(stores.all()), request.uri);
        return answer(asked, SearchBody.read(present(body), asked.client().mode()));
    }

    /// Answers PUT: 200 with the resource.
    public Response replace(Request request, String id, ScimValue.@Nullable Complex body) {
        var projection = request.projection().projection();
        var incoming = bodies(request).incoming(present(body));
        var replaced =
                resources.replace(clients.required(), request.store(), identifier(id), request.ifMatch(), incoming);
        return saved(() ->
                shown(Response.ok(), replaced, request, view(request, projector(request, projection, incoming))::of));
    }

    /// Answers PATCH: 200 with the resource; 204 where a part of the resource is kept apart, since that may be
    /// large, unless the request says what it wants to see.
    public Response patch(Request request, String id, ScimValue.@Nullable Complex body) {
        var projection = request.projection().projection();
        var patch = bodies(request).patch(present(body));
        var patched = resources.modify(
                clients.required(), request.store(), identifier(id), request.ifMatch(), patch.modification());
        if (request.store().apart().isPresent() && projection instanceof Projection.Default) {
            return located(Response.noContent(), patched, request).build();
        }
        var projector = new Projector(request.store().type(), projection, patch.mentions());
        return saved(() -> shown(Response.ok(), patched, request, view(request, projector)::of));
    }

    /// Answers DELETE: 204.
    public Response delete(Request request, String id) {
        resources.delete(clients.required(), request.store(), identifier(id), request.ifMatch());
        return Response.noContent().build();
    }

    // Not the identifier of a resource, and only to be posted to.
    private static String identifier(String id) {
        if (id.equals(SEARCH)) {
            throw new NotAllowedException("POST");
        }
        return id;
    }

    /// The answer to a write that was done. What it shows is read after the commit; where that fails, the
    /// refusal does not say that nothing happened.
    private static Response saved(Supplier<Response.ResponseBuilder> answer) {
        try {
            var built = answer.get();
            return built.build().getEntity() instanceof Answer.Streamed(var content)
                    ? built.entity(new Answer.Streamed(out -> saved(content, out)))
                            .build()
                    : built.build();
        } catch (ScimException refusal) {
            throw saved(refusal);
        }
    }

    private static void saved(Answer.Content content, AnswerStream out) throws IOException {
        try {
            content.writeTo(out);
        } catch (ScimException refusal) {
            throw saved(refusal);
        }
    }

    private static ScimException saved(ScimException refusal) {
        return refusal.status() == 503
                ? ScimException.unavailable("The service has saved this, and then lost its database")
                : refusal;
    }

    private RequestBodies bodies(Request request) {
        return new RequestBodies(clients.required(), request.store(), baseUri.of(request.uri()));
    }

    private static Projector projector(Request request, Projection projection, Incoming incoming) {
        return new Projector(
                request.store().type(),
                projection,
                path -> incoming.attributes().find(path) != null);
    }

    private Response.ResponseBuilder shown(
            Response.ResponseBuilder answer,
            ScimResource resource,
            Request request,
            Function<ScimResource, Answer> view) {
        return located(answer, resource, request).entity(request.isHead() ? Answer.none() : view.apply(resource));
    }

    private Response.ResponseBuilder located(Response.ResponseBuilder answer, ScimResource resource, Request request) {
        return answer.header(HttpHeaders.LOCATION, resource.location(baseUri.of(request.uri())))
                .header(HttpHeaders.ETAG, resource.entityTag());
    }

    private ResourceView view(Request request, Projector projector) {
        return new ResourceView(
                clients.required().organizationId(), request.store(), projector, baseUri.of(request.uri()));
    }

    private Response answer(Searches.Asked asked, SearchMessage message) {
        return Response.ok(searches.answer(asked, message)).build();
    }

    private Searches.Asked asked(SearchScope scope, UriInfo uri) {
        return new Searches.Asked(clients.required(), scope, baseUri.of(uri));
    }

    private static ScimValue.Complex present(ScimValue.@Nullable Complex body) {
        if (body == null) {
            throw ScimException.invalidSyntax("The body is empty: send a JSON object");
        }
        return body;
    }
}
