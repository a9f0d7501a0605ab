package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.interop.UnencodedPlus;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.projection.Projector;
import dev.rollcall.scim.protocol.BaseUri;
import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.protocol.ListResponse;
import dev.rollcall.scim.protocol.ProjectionParameters;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.schema.ConformanceMode;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between the endpoints and {@link ResourceService}: reads requests through the schema, in the mode of the
/// connection, and shows what comes of them. The same for every resource type.
@ApplicationScoped
public class ResourceRequests {
    private final ResourceService resources;
    private final CurrentClient clients;
    private final BaseUri baseUri;
    private final LimitsConfig limits;

    ResourceRequests(ResourceService resources, CurrentClient clients, BaseUri baseUri, LimitsConfig limits) {
        this.resources = resources;
        this.clients = clients;
        this.baseUri = baseUri;
        this.limits = limits;
    }

    /// What every request to a resource brings along.
    public record Request(ResourceStore store, UriInfo uri, ProjectionParameters projection, HttpHeaders headers) {
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
        return shown(
                        Response.status(Response.Status.CREATED),
                        created,
                        request,
                        projector(request, projection, incoming))
                .build();
    }

    /// Answers GET of one resource: 200, or 304 where the client has this version.
    public Response read(Request request, String id) {
        var projector = request.projector();
        var resource = resources.read(clients.required(), request.store(), id);
        var ifNoneMatch = request.ifNoneMatch();
        return ifNoneMatch != null && ifNoneMatch.match(resource)
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, resource.entityTag())
                        .build()
                : shown(Response.ok(), resource, request, projector).build();
    }

    /// Answers GET of the endpoint: 200 with a list, however many match.
    public ScimValue.Complex search(Request request, SearchParameters parameters) {
        var client = clients.required();
        var projector = request.projector();
        var base = baseUri.of(request.uri());
        var query = new SearchQuery(
                condition(filter(request, parameters), request.store(), client.mode()),
                parameters.firstIndex(),
                parameters.pageSize(limits.pageSize()),
                base);
        var result = resources.search(client, request.store(), query);
        var shown = shown(request, result.resources(), projector);
        return ListResponse.of(result.totalResults(), query.startIndex(), shown);
    }

    /// Answers PUT: 200 with the resource.
    public Response replace(Request request, String id, ScimValue.@Nullable Complex body) {
        var projection = request.projection().projection();
        var incoming = bodies(request).incoming(present(body));
        var replaced = resources.replace(clients.required(), request.store(), id, request.ifMatch(), incoming);
        return shown(Response.ok(), replaced, request, projector(request, projection, incoming))
                .build();
    }

    /// Answers PATCH: 200 with the resource.
    public Response patch(Request request, String id, ScimValue.@Nullable Complex body) {
        var projection = request.projection().projection();
        var patch = bodies(request).patch(present(body));
        var patched =
                resources.modify(clients.required(), request.store(), id, request.ifMatch(), patch.modification());
        var projector = new Projector(request.store().type(), projection, patch.mentions());
        return shown(Response.ok(), patched, request, projector).build();
    }

    /// Answers DELETE: 204.
    public Response delete(Request request, String id) {
        resources.delete(clients.required(), request.store(), id, request.ifMatch());
        return Response.noContent().build();
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
            Response.ResponseBuilder answer, ScimResource resource, Request request, Projector projector) {
        return answer.header(HttpHeaders.LOCATION, URI.create(resource.location(baseUri.of(request.uri()))))
                .header(HttpHeaders.ETAG, resource.entityTag())
                .entity(shown(request, List.of(resource), projector).getFirst());
    }

    private List<ScimValue.Complex> shown(Request request, List<ScimResource> found, Projector projector) {
        var base = baseUri.of(request.uri());
        return request
                .store()
                .withDerived(clients.required().organizationId(), found, projector::mayShow, base)
                .stream()
                .map(resource -> projector.apply(resource.representation(base)))
                .toList();
    }

    // The framework takes an empty parameter for an absent one; an empty filter must not find everybody.
    private static @Nullable String filter(Request request, SearchParameters parameters) {
        return parameters.filter == null && request.uri().getQueryParameters().containsKey("filter")
                ? ""
                : parameters.filter;
    }

    private static @Nullable Condition condition(@Nullable String filter, ResourceStore store, ConformanceMode mode) {
        if (filter == null) {
            return null;
        }
        var parsed = FilterParser.parse(filter, mode);
        var normalised = mode == ConformanceMode.COMPATIBLE ? UnencodedPlus.normalise(parsed) : parsed;
        return new FilterResolver(store.type(), mode).resolve(normalised);
    }

    private static ScimValue.Complex present(ScimValue.@Nullable Complex body) {
        if (body == null) {
            throw ScimException.invalidSyntax("The body is empty: send a JSON object");
        }
        return body;
    }
}
