package dev.rollcall.api.person;

import dev.rollcall.access.person.TakenOver;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Takeover", description = "That another identity provider has taken over")
record TakeoverView(
        UUID connectionId,

        @Schema(description = "Who has not changed since then is still to be met by the identity provider")
        Instant switched,

        @Schema(description = "Users whose external id this call has forgotten")
        long users,

        @Schema(description = "Groups whose external id this call has forgotten")
        long groups) {

    static TakeoverView of(TakenOver done) {
        return new TakeoverView(done.connectionId(), done.switched(), done.users(), done.groups());
    }
}
