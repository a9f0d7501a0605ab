package dev.rollcall.scim.security;

import dev.rollcall.web.RequestNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// Says in the line that is logged for a request that it brought people outside of the claimed domains. From which
/// domains they come is in the events.
@ApplicationScoped
class OutsideNote implements RequestNote {

    @Override
    public Optional<String> of(ContainerRequestContext request) {
        return CurrentClient.of(request)
                .filter(client -> !client.addresses().noted().isEmpty())
                .map(_ -> " outside-claimed-domains");
    }
}
