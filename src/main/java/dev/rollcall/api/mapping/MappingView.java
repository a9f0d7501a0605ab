package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.Mapping;
import dev.rollcall.api.catalogue.NamedView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Mapping", description = "That whoever is in a group has a role")
record MappingView(
        UUID id,
        NamedView group,

        @Schema(description = "In which team; absent for a role of the organization") @Nullable
        NamedView team,

        NamedView role,

        @Schema(description = "Who made it, as people know them")
        String madeBy,

        Instant created) {

    static MappingView of(Mapping mapping) {
        return new MappingView(
                mapping.id(),
                NamedView.of(mapping.group()),
                NamedView.ofNullable(mapping.team()),
                NamedView.of(mapping.role()),
                mapping.madeBy(),
                mapping.created());
    }
}
