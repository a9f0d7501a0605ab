package dev.rollcall.scim.security;

import dev.rollcall.activity.Call;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sent a SCIM request: a connection of an organization, by one of its credentials. The organization bounds
/// everything the request sees.
///
/// @param userId the user for whom the credential stands, who is all that it may see; null where it stands for
/// none
/// @param addresses which addresses users may have
/// @param members what the organization says of its members
/// @param call the request
public record ProvisioningClient(
        UUID organizationId,
        UUID connectionId,
        UUID credentialId,
        Tolerances tolerances,
        Set<Scope> scopes,
        @Nullable UUID userId,
        AddressRule addresses,
        MemberPolicies members,
        Call call) {

    /// A client whose users may have any address, of an organization with the policies that each begins with.
    public ProvisioningClient(
            UUID organizationId,
            UUID connectionId,
            UUID credentialId,
            Tolerances tolerances,
            Set<Scope> scopes,
            @Nullable UUID userId) {
        this(
                organizationId,
                connectionId,
                credentialId,
                tolerances,
                scopes,
                userId,
                AddressRule.none(),
                MemberPolicies.DEFAULT,
                Call.of(organizationId, connectionId));
    }

    /// The same client with a request.
    public ProvisioningClient calling(Call request) {
        return new ProvisioningClient(
                organizationId, connectionId, credentialId, tolerances, scopes, userId, addresses, members, request);
    }

    /// The same client for one part of its request, such as an operation of a bulk request, which notes for itself
    /// what it is forgiven.
    public ProvisioningClient part() {
        return new ProvisioningClient(
                organizationId,
                connectionId,
                credentialId,
                tolerances.part(),
                scopes,
                userId,
                addresses.part(),
                members,
                call);
    }

    /// Refuses a client that may not write.
    ///
    /// @throws ScimException 403
    public void requireWrite() {
        if (!scopes.contains(Scope.WRITE)) {
            throw ScimException.status(Refusal.NO_WRITE_SCOPE.status(), Refusal.NO_WRITE_SCOPE.detail());
        }
    }
}
