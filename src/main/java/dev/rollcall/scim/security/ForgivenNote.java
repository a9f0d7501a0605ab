package dev.rollcall.scim.security;

import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.web.RequestNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// Names the tolerances that a request needed in the line that is logged for it.
@ApplicationScoped
class ForgivenNote implements RequestNote {

    @Override
    public Optional<String> of(ContainerRequestContext request) {
        return CurrentClient.of(request)
                .map(client -> client.tolerances().noted())
                .filter(noted -> !noted.isEmpty())
                .map(noted -> " forgiven " + Tolerance.keywords(noted));
    }
}
