package dev.rollcall.scim.resource;

import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.scim.security.AddressRule;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.UUID;

/// Who writes: for which organization, how what was sent is read, and through which connection.
///
/// @param members what the organization says of its members
public record Writer(
        UUID organizationId, Tolerances tolerances, UUID connectionId, AddressRule addresses, MemberPolicies members) {

    /// Who writes users with whatever address, for an organization with the policies that each begins with.
    public Writer(UUID organizationId, Tolerances tolerances, UUID connectionId) {
        this(organizationId, tolerances, connectionId, AddressRule.none(), MemberPolicies.DEFAULT);
    }

    /// The client of a request.
    public static Writer of(ProvisioningClient client) {
        return new Writer(
                client.organizationId(),
                client.tolerances(),
                client.connectionId(),
                client.addresses(),
                client.members());
    }

    /// The same for one of several writes of a request, so that each notes what it was forgiven.
    public Writer part() {
        return new Writer(organizationId, tolerances.part(), connectionId, addresses.part(), members);
    }
}
