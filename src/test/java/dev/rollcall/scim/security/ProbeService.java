package dev.rollcall.scim.security;

import dev.rollcall.connection.credential.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/// A service as the real ones are, with an annotation as its guard.
@ApplicationScoped
class ProbeService {

    @RolesAllowed(Scope.READ_TEXT)
    String read() {
        return "read";
    }
}
