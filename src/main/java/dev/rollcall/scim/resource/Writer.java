package dev.rollcall.scim.resource;

import dev.rollcall.activity.Call;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.scim.security.AddressRule;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.UUID;

/// Who writes: for which organization, how what was sent is read, and by which call.
///
/// @param members what the organization says of its members
public record Writer(
        UUID organizationId, Tolerances tolerances, Call call, AddressRule addresses, MemberPolicies members) {

    /// Who writes users with whatever address, for an organization with the policies that each begins with.
    public Writer(UUID organizationId, Tolerances tolerances, UUID connectionId) {
        this(
                organizationId,
                tolerances,
                Call.of(organizationId, connectionId),
                AddressRule.none(),
                MemberPolicies.DEFAULT);
    }

    /// The client of a request.
    public static Writer of(ProvisioningClient client) {
        return new Writer(
                client.organizationId(), client.tolerances(), client.call(), client.addresses(), client.members());
    }

    /// The same for one of several writes of a request, so that each notes what it was forgiven.
    ///
    /// @param part what the write would be as a request of its own
    public Writer part(Call part) {
        return new Writer(organizationId, tolerances.part(), part, addresses.part(), members);
    }

    /// Through which connection.
    public UUID connectionId() {
        return call.connectionId();
    }
}
