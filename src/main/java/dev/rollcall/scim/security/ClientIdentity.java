package dev.rollcall.scim.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/// The provisioning client as an identity of Quarkus: its scopes are roles and permissions alike.
final class ClientIdentity {
    /// The attribute that holds the {@link ProvisioningClient}.
    static final String CLIENT = "rollcall.client";

    private ClientIdentity() {}

    static SecurityIdentity of(ProvisioningClient client) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(client.connectionId().toString()))
                .addAttribute(CLIENT, client);
        for (var scope : client.scopes()) {
            identity.addRole(scope.text());
            identity.addPermissionAsString(scope.text());
        }
        return identity.build();
    }
}
