package dev.rollcall.api.grant;

import dev.rollcall.access.grant.HandGrant;
import dev.rollcall.api.catalogue.NamedView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Grant", description = "A role that somebody has given to a member by hand")
record GrantView(
        UUID id,
        NamedView member,

        @Schema(description = "In which team; absent for a role of the organization") @Nullable
        NamedView team,

        NamedView role,

        @Schema(description = "Who gave it, as people know them")
        String madeBy,

        Instant created) {

    static GrantView of(HandGrant grant) {
        return new GrantView(
                grant.id(),
                NamedView.of(grant.member()),
                NamedView.ofNullable(grant.team()),
                NamedView.of(grant.role()),
                grant.madeBy(),
                grant.created());
    }
}
