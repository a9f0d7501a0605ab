package dev.rollcall.api.person;

import dev.rollcall.access.person.Invitation;
import dev.rollcall.access.person.WantedGrant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Invitation", description = "Somebody who is invited and has not come yet")
record InvitationView(
        @Schema(description = "Of the member, from now on and for ever")
        UUID id,

        String email,
        @Nullable String name,

        @Schema(description = "Who has invited the person") String madeBy,

        Instant created,

        @Schema(description = "What waits for the person") List<InvitationGrantView> grants) {

    @Schema(name = "InvitationGrant", description = "A role that is given by hand")
    record InvitationGrantView(@Nullable UUID teamId, UUID roleId) {
        static InvitationGrantView of(WantedGrant grant) {
            return new InvitationGrantView(grant.teamId(), grant.roleId());
        }
    }

    static InvitationView of(Invitation invitation) {
        var person = invitation.person();
        return new InvitationView(
                person.id(),
                person.email(),
                person.name(),
                person.madeBy(),
                person.created(),
                invitation.grants().stream().map(InvitationGrantView::of).toList());
    }
}
