package dev.rollcall.api.credential;

import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.Versions;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.api.page.Pages;
import dev.rollcall.connection.Connection;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Rotation;
import dev.rollcall.organization.domain.ProvisioningGate;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.Caller;
import dev.rollcall.security.CurrentCaller;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What the endpoints of both kinds of credentials have in common.
@ApplicationScoped
class CredentialRequests {
    /// The last segment of their list.
    static final String TOKENS = "tokens";
    /// The last segment of their list.
    static final String OAUTH_CLIENTS = "oauth-clients";

    private final Connections connections;
    private final ProvisioningGate gate;
    private final CurrentCaller caller;
    private final Credentials credentials;
    private final TokenConfig config;
    private final Pages pages;
    private final Answers answers;
    private final PublicUrl publicUrl;
    private final Clock clock;

    CredentialRequests(
            Connections connections,
            ProvisioningGate gate,
            CurrentCaller caller,
            Credentials credentials,
            TokenConfig config,
            Pages pages,
            Answers answers,
            PublicUrl publicUrl,
            Clock clock) {
        this.connections = connections;
        this.gate = gate;
        this.caller = caller;
        this.credentials = credentials;
        this.config = config;
        this.pages = pages;
        this.answers = answers;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// One credential, by the path that leads to it.
    record Place(UUID organizationId, UUID connectionId, CredentialKind kind, UUID id) {}

    /// The connection of a path.
    Connection connection(UUID organizationId, UUID connectionId) {
        return connections.required(organizationId, connectionId);
    }

    /// The connection of a path, for which a credential is to be made. What an org admin makes has to work: who lacks
    /// something first is told so; the product may prepare ahead.
    Connection openConnection(UUID organizationId, UUID connectionId) {
        var connection = connection(organizationId, connectionId);
        if (caller.required() instanceof Caller.Person) {
            gate.require(organizationId);
        }
        return connection;
    }

    Page<CredentialView> list(Connection connection, CredentialKind kind, PageParameters page) {
        return pages.page(
                page,
                slice -> credentials.page(
                        connection.organizationId(), connection.id(), kind, slice.afterId(), slice.limit()),
                credential -> List.of(credential.id().toString()),
                this::view);
    }

    RestResponse<CredentialView> read(Place place) {
        return answer(required(place));
    }

    RestResponse<CredentialView> change(Place place, @Nullable String ifMatch, CredentialPatch patch) {
        var current = required(place);
        var condition = Versions.condition(ifMatch);
        if (patch.name() == null) {
            condition.require(current.version());
            return answer(current);
        }
        return answer(credentials.rename(place.organizationId(), place.kind(), place.id(), patch.name(), condition));
    }

    RestResponse<Void> revoke(Place place, @Nullable String ifMatch) {
        required(place);
        credentials.revoke(place.organizationId(), place.kind(), place.id(), Versions.condition(ifMatch));
        return answers.gone();
    }

    /// What was made, with where it is.
    <T> RestResponse<T> made(UriInfo request, Credential credential, T view) {
        var place = "%s/api/v1/organizations/%s/connections/%s/%s/%s"
                .formatted(
                        publicUrl.of(request),
                        credential.organizationId(),
                        credential.connectionId(),
                        credential.kind() == CredentialKind.BEARER_TOKEN ? TOKENS : OAUTH_CLIENTS,
                        credential.id());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.LOCATION, place)
                .header(HttpHeaders.ETAG, Versions.tag(credential.version()))
                .build();
    }

    /// How the one at this place is to be replaced.
    Rotation rotation(Place place, @Nullable String ifMatch, RotationBody body) {
        required(place);
        var overlap = body.overlapHours() == null ? credentials.usualOverlap() : Duration.ofHours(body.overlapHours());
        return new Rotation(overlap, Versions.condition(ifMatch));
    }

    /// How long what is asked for shall live.
    Duration lifetime(NewCredentialBody body) {
        if (body.expires() == null) {
            return config.lifetime();
        }
        var lifetime = Duration.between(clock.instant(), body.expires());
        var longest = config.maximumLifetime();
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(longest) > 0) {
            throw RefusedException.invalid(List.of(new RefusedException.Violation(
                    "expires", "'expires' is a time in the next " + longest.toDays() + " days.")));
        }
        return lifetime;
    }

    CredentialView view(Credential credential) {
        return CredentialView.of(credential, credentials.state(credential));
    }

    private RestResponse<CredentialView> answer(Credential credential) {
        return answers.of(view(credential), credential.version());
    }

    private Credential required(Place place) {
        return credentials
                .find(place.organizationId(), place.kind(), place.id())
                .filter(found -> found.connectionId().equals(place.connectionId()))
                .orElseThrow(() -> RefusedException.notFound(
                        "The connection has no " + place.kind().noun() + " " + place.id() + "."));
    }
}
