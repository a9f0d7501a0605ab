package dev.rollcall.scim.endpoint;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.projection.Projector;
import dev.rollcall.scim.protocol.Answer;
import dev.rollcall.scim.protocol.AnswerStream;
import dev.rollcall.scim.protocol.BaseUri;
import dev.rollcall.scim.protocol.ProjectionParameters;
import dev.rollcall.scim.protocol.ReturnPreference;
import dev.rollcall.scim.protocol.SearchParameters;
import dev.rollcall.scim.resource.Bodies;
import dev.rollcall.scim.resource.EntityTags;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.resource.Write;
import dev.rollcall.scim.resource.WriteAnswers;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.resource.Writes;
import dev.rollcall.scim.resource.Written;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.Projectors;
import dev.rollcall.scim.search.ResourceView;
import dev.rollcall.scim.search.SearchBody;
import dev.rollcall.scim.search.SearchMessage;
import dev.rollcall.scim.search.SearchScope;
import dev.rollcall.scim.search.Searches;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Between the endpoints and {@link Writes}: makes writes and queries of requests, and shows what comes of them. The
/// same for every resource type.
@ApplicationScoped
public class ResourceRequests {
    private static final String SEARCH = ".search";
    private static final String PREFER = "Prefer";
    private static final String PREFERENCE_APPLIED = "Preference-Applied";

    private final Writes writes;
    private final CurrentClient clients;
    private final BaseUri baseUri;
    private final Projectors projectors;
    private final Searches searches;
    private final Attempts attempts;

    ResourceRequests(
            Writes writes,
            CurrentClient clients,
            BaseUri baseUri,
            Projectors projectors,
            Searches searches,
            Attempts attempts) {
        this.writes = writes;
        this.clients = clients;
        this.baseUri = baseUri;
        this.projectors = projectors;
        this.searches = searches;
        this.attempts = attempts;
    }

    /// What every request to a resource brings along.
    ///
    /// @param isHead whether only the headers of the answer to a GET are asked for
    public record Request(
            ResourceStore store, UriInfo uri, ProjectionParameters projection, HttpHeaders headers, boolean isHead) {
        @Nullable
        EntityTags ifMatch() {
            return EntityTags.ofWrite(
                    headers.getHeaderString(HttpHeaders.IF_MATCH), headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        }

        @Nullable
        EntityTags ifNoneMatch() {
            return EntityTags.parse(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        }

        // What a client that names attributes wants to see, it has to see (RFC 7644 §3.5.2).
        Optional<ReturnPreference> preference() {
            return ReturnPreference.of(headers.getRequestHeader(PREFER))
                    .filter(preference -> preference == ReturnPreference.REPRESENTATION
                            || projection.projection() instanceof Projection.Default);
        }
    }

    /// A request, who sends it, and what references in its answer begin with.
    private record Received(Request request, ProvisioningClient client, String baseUri) {
        ResourceStore store() {
            return request.store();
        }

        Projection projection() {
            return request.projection().projection();
        }

        Writer writer() {
            return Writer.of(client);
        }

        ResourceView view(Projector projector) {
            return new ResourceView(client.organizationId(), store(), projector, baseUri);
        }

        // As an answer to a write shows what the client supplied.
        ResourceView view(Projection projection, Predicate<ResolvedAttribute> supplied) {
            return view(new Projector(store().type(), projection, supplied));
        }

        Response.ResponseBuilder shown(
                Response.ResponseBuilder answer, ScimResource resource, Function<ScimResource, Answer> view) {
            return located(answer, resource)
                    .header(HttpHeaders.CONTENT_LOCATION, resource.location(baseUri))
                    .entity(request.isHead() ? Answer.none() : view.apply(resource));
        }

        // The answer to a write, with the resource unless the client would rather be without.
        Response.ResponseBuilder written(Response.Status status, Written.Resource written, ResourceView view) {
            var preference = request.preference();
            var answer = preference.filter(ReturnPreference.MINIMAL::equals).isPresent()
                    ? unshown(status, written.resource())
                    : shown(Response.status(status), written.resource(), written.isNew() ? view::ofNew : view::of);
            preference.ifPresent(applied -> answer.header(PREFERENCE_APPLIED, applied.applied()));
            return answer;
        }

        private Response.ResponseBuilder unshown(Response.Status status, ScimResource resource) {
            var without = status == Response.Status.OK ? Response.Status.NO_CONTENT : status;
            return located(Response.status(without), resource);
        }

        Response.ResponseBuilder located(Response.ResponseBuilder answer, ScimResource resource) {
            return answer.header(HttpHeaders.LOCATION, resource.location(baseUri))
                    .header(HttpHeaders.ETAG, resource.entityTag());
        }
    }

    /// Answers POST: 201 with the resource, or without where the client prefers that.
    public Response create(Request request, ScimValue.@Nullable Complex body) {
        var received = received(request);
        return answer(received, Response.Status.CREATED, new Write.Create(request.store(), body));
    }

    /// Answers GET of one resource: 200, or 304 where the client has this version.
    public Response read(Request request, String id) {
        var received = received(request);
        var projector = projectors.reading(received.store().type(), received.projection());
        Predicate<ResolvedAttribute> wanted = request.isHead() ? _ -> false : projector::mayShow;
        var resource = found(received, identifier(id), wanted);
        var ifNoneMatch = request.ifNoneMatch();
        return ifNoneMatch != null && ifNoneMatch.match(resource)
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, resource.entityTag())
                        .build()
                : received.shown(Response.ok(), resource, received.view(projector)::ofDerived)
                        .build();
    }

    private static ScimResource found(Received received, String id, Predicate<ResolvedAttribute> wanted) {
        var organizationId = received.client().organizationId();
        return ResourceIds.parse(id)
                .flatMap(uuid -> received.store().rows().find(organizationId, uuid, wanted, received.baseUri()))
                .orElseThrow(
                        () -> ScimException.notFound(received.store().type().name(), id));
    }

    /// Answers GET of the endpoint: 200 with a list, however many match.
    public Response search(Request request, SearchParameters parameters) {
        var message = SearchMessage.of(parameters, request.projection(), request.uri());
        return answer(asked(SearchScope.of(request.store()), request.uri()), message);
    }

    /// Answers POST of `.search` below the endpoint: 200 with a list, however many match.
    public Response search(Request request, ScimValue.@Nullable Complex body) {
        var asked = asked(SearchScope.of(request.store()), request.uri());
        return answer(
                asked, SearchBody.read(Bodies.present(body), asked.client().tolerances()));
    }

    /// Answers GET of the base URI, over all types.
    Response search(ResourceStores stores, RequestParameters request, SearchParameters parameters) {
        var message = SearchMessage.of(parameters, request.projection, request.uri);
        return answer(asked(SearchScope.all(stores.all()), request.uri), message);
    }

    /// Answers POST of `.search` below the base URI, over all types.
    Response search(ResourceStores stores, RequestParameters request, ScimValue.@Nullable Complex body) {
        var asked = asked(SearchScope.all(stores.all()), request.uri);
        return answer(
                asked, SearchBody.read(Bodies.present(body), asked.client().tolerances()));
    }

    /// Answers PUT: 200 with the resource, or 204 where the client prefers that.
    public Response replace(Request request, String id, ScimValue.@Nullable Complex body) {
        var write = new Write.Replace(request.store(), identifier(id), request.ifMatch(), body);
        return answer(received(request), Response.Status.OK, write);
    }

    /// Answers PATCH: 200 with the resource; 204 where the client prefers that, or does not say what it wants to
    /// see of a resource that {@link WriteAnswers} do not hold.
    public Response patch(Request request, String id, ScimValue.@Nullable Complex body) {
        var write = new Write.Modify(request.store(), identifier(id), request.ifMatch(), body);
        return answer(received(request), Response.Status.OK, write);
    }

    /// Answers DELETE: 204.
    public Response delete(Request request, String id) {
        var received = received(request);
        var write = new Write.Delete(request.store(), identifier(id), request.ifMatch());
        attempts.note(write);
        writes.run(received.writer(), write, received.baseUri());
        return Response.noContent().build();
    }

    private Response answer(Received received, Response.Status status, Write write) {
        attempts.note(write);
        // Refused before anything is written, where it cannot be read.
        var projection = received.projection();
        var written = written(received, write);
        var isAsked = !(projection instanceof Projection.Default)
                || received.request().preference().isPresent();
        return saved(() -> isAsked || WriteAnswers.hold(received.writer(), write, written.resource())
                ? received.written(status, written, received.view(projection, written.supplied()))
                : received.unshown(status, written.resource()));
    }

    private Written.Resource written(Received received, Write write) {
        return switch (writes.run(received.writer(), write, received.baseUri())) {
            case Written.Resource resource -> resource;
            case Written.Gone _ -> throw new IllegalStateException("A resource is gone that was to be shown");
        };
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
        } catch (ScimException | UnavailableException failure) {
            throw saved(failure);
        }
    }

    private static void saved(Answer.Content content, AnswerStream out) throws IOException {
        try {
            content.writeTo(out);
        } catch (ScimException | UnavailableException failure) {
            throw saved(failure);
        }
    }

    private static RuntimeException saved(RuntimeException failure) {
        var isUnavailable =
                failure instanceof UnavailableException || (failure instanceof ScimException e && e.status() == 503);
        return isUnavailable
                ? ScimException.unavailable("The service has saved this, and then lost its database")
                : failure;
    }

    private Received received(Request request) {
        return new Received(request, clients.required(), baseUri.of(request.uri()));
    }

    private Response answer(Searches.Asked asked, SearchMessage message) {
        return Response.ok(searches.answer(asked, message)).build();
    }

    private Searches.Asked asked(SearchScope scope, UriInfo uri) {
        return new Searches.Asked(clients.required(), scope, baseUri.of(uri));
    }
}
