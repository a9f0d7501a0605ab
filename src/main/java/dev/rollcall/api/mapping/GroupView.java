package dev.rollcall.api.mapping;

import dev.rollcall.access.group.IdpGroup;
import dev.rollcall.access.mapping.Mapping;
import dev.rollcall.api.catalogue.NamedView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "IdpGroup", description = "A group that an identity provider has pushed")
record GroupView(
        UUID id,
        String name,

        @Schema(description = "Who is in it directly: people and groups")
        HeadcountView members,

        @Schema(description = "People in it, directly or through other groups")
        HeadcountView people,

        @Schema(description = "When an identity provider last changed it")
        Instant lastPush,

        @Schema(description = "What it gives; empty where nobody has mapped it")
        List<MappedTo> mappedTo) {

    @Schema(name = "MappedTo", description = "A role that a group gives")
    record MappedTo(
            UUID mappingId,

            @Schema(description = "In which team; absent for a role of the organization") @Nullable
            NamedView team,

            NamedView role) {

        private static MappedTo of(Mapping mapping) {
            return new MappedTo(mapping.id(), NamedView.ofNullable(mapping.team()), NamedView.of(mapping.role()));
        }
    }

    static GroupView of(IdpGroup group) {
        return new GroupView(
                group.id(),
                group.name(),
                HeadcountView.of(group.members()),
                HeadcountView.of(group.people()),
                group.lastPush(),
                group.mappings().stream().map(MappedTo::of).toList());
    }
}
