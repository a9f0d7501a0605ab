package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.Team;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Team", description = "A part of the organization in which a member can have a role")
record TeamView(UUID id, String name, Instant created) {

    static TeamView of(Team team) {
        return new TeamView(team.id(), team.name(), team.created());
    }
}
