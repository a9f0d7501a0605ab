package dev.rollcall.access.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be given: a role, and the team in which it counts.
///
/// @param team null for a role of the organization, and for no other
public record Choice(Role role, @Nullable Team team) {

    /// Where it counts: the team, or the organization.
    public UUID scopeId() {
        return team == null ? role.organizationId() : team.id();
    }

    /// As people say it.
    public String words() {
        return team == null ? "'" + role.name() + "'" : "'" + role.name() + "' in team '" + team.name() + "'";
    }
}
