package dev.rollcall.scim.security;

import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.security.Admission.Admitted;
import dev.rollcall.scim.security.Admission.Refused;
import dev.rollcall.web.AwaitedDecision;
import dev.rollcall.web.Origin;
import dev.rollcall.web.Stages;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.logging.Logger;

/// Lets a request below `/scim` pass with a valid bearer token only, whatever it asks for: it runs before
/// routing, so that a bad token gets the same answer on every path. Sets the identity that annotations such as
/// `@RolesAllowed` and {@link CurrentClient} see.
///
/// It runs on the event loop. What needs the database or a signature check goes on a worker thread, and the
/// request is suspended until then.
@Provider
@PreMatching
@Priority(Stages.AUTHENTICATION)
class BearerTokenFilter implements ContainerRequestFilter {
    private static final Logger LOG = Logger.getLogger(BearerTokenFilter.class);

    private final Admissions admissions;
    private final CurrentIdentityAssociation identities;
    private final RefusedProofs refusedProofs;

    BearerTokenFilter(Admissions admissions, CurrentIdentityAssociation identities, RefusedProofs refusedProofs) {
        this.admissions = admissions;
        this.identities = identities;
        this.refusedProofs = refusedProofs;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var path = context.getUriInfo().getPath();
        if (!ScimPaths.covers(path)) {
            return;
        }
        switch (credentials(context)) {
            case BearerCredentials.None _ when ScimAccess.isOpen(context.getMethod(), path) -> {}
            case BearerCredentials.None _ -> refuse(context, new Refused(Refusal.NO_CREDENTIALS, "no bearer token"));
            case BearerCredentials.Ambiguous _ ->
                refuse(context, new Refused(Refusal.MALFORMED_REQUEST, "more than one credential"));
            case BearerCredentials.Token(var token) ->
                AwaitedDecision.take(
                        context,
                        admissions.decide(token, ScimAccess.needed(context.getMethod(), path), Origin.of(context)),
                        admission -> apply(context, admission));
        }
    }

    private static BearerCredentials credentials(ContainerRequestContext context) {
        var headers = context.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        var query = context.getUriInfo().getRequestUri().getRawQuery();
        var tokenInQuery = query != null
                && query.contains("access_token=")
                && context.getUriInfo().getQueryParameters().containsKey("access_token");
        return BearerCredentials.of(headers, tokenInQuery);
    }

    /// Whether the request goes on.
    private boolean apply(ContainerRequestContext context, Admission admission) {
        return switch (admission) {
            case Admitted(var client) -> {
                var calling = client.calling(CurrentCall.set(
                        context, client.organizationId(), client.connectionId(), client.credentialId()));
                context.setProperty(ClientIdentity.CLIENT, calling);
                identities.setIdentity(ClientIdentity.of(calling));
                yield true;
            }
            case Refused refused -> {
                refuse(context, refused);
                yield false;
            }
        };
    }

    private void refuse(ContainerRequestContext context, Refused refused) {
        var caller = refused.caller();
        if (caller == null) {
            refusedProofs.look(context.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of()));
        } else {
            CurrentCall.set(context, caller.organizationId(), caller.connectionId(), caller.credentialId());
            refusedProofs.note(caller);
        }
        LOG.infof(
                "Refused with %d: %s (credential %s)",
                refused.refusal().status(), refused.reason(), caller == null ? "unknown" : caller.credentialId());
        context.abortWith(RefusalResponse.of(refused.refusal(), context));
    }
}
