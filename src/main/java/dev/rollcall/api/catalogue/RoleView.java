package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.Role;
import dev.rollcall.access.catalogue.RoleScope;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Role", description = "What a member may do, by a name that the product knows")
record RoleView(
        UUID id,
        String name,

        @Schema(description = "Whether it counts in the whole organization, or in the team in which it is given")
        RoleScope scope,

        @Schema(description = "Of several roles in one team the one of the highest rank counts")
        int rank,

        @Schema(description = "Whether whoever has it administers the organization")
        boolean admin,

        Instant created) {

    static RoleView of(Role role) {
        return new RoleView(role.id(), role.name(), role.scope(), role.rank(), role.admin(), role.created());
    }
}
