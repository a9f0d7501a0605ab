package dev.rollcall.scim.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// The provisioning client of the request that is being served. To be injected; it can be asked wherever the
/// request's context is active.
@ApplicationScoped
public class CurrentClient {
    private final CurrentIdentityAssociation identities;

    CurrentClient(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /// The client of a request that has not come to its endpoint yet, without a look at the request's context;
    /// empty before its token is checked, and for one without credentials.
    public static Optional<ProvisioningClient> of(ContainerRequestContext request) {
        return request.getProperty(ClientIdentity.CLIENT) instanceof ProvisioningClient client
                ? Optional.of(client)
                : Optional.empty();
    }

    /// The client.
    ///
    /// @throws UnauthorizedException if the request came without credentials: only where {@link
    ///     BearerTokenFilter} lets it
    public ProvisioningClient required() {
        return optional().orElseThrow(UnauthorizedException::new);
    }

    /// The client, unless the request came without credentials.
    public Optional<ProvisioningClient> optional() {
        var identity = identities.getIdentity();
        return Optional.ofNullable(identity.getAttribute(ClientIdentity.CLIENT));
    }
}
