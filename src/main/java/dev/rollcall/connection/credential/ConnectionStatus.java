package dev.rollcall.connection.credential;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.organization.Admittance;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.Plan;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Set;

/// A connection with everything around it that decides whether and how its requests are served, whichever credential
/// they bring, as of one moment.
///
/// @param tolerances what the connection forgives
/// @param admittance what decides about the organization beside its plan
/// @param members what it says of its members
public record ConnectionStatus(
        ConnectionState state, Set<Tolerance> tolerances, Plan plan, Admittance admittance, MemberPolicies members) {
    public ConnectionStatus {
        tolerances = Set.copyOf(tolerances);
    }
}
