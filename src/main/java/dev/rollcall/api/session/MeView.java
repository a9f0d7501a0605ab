package dev.rollcall.api.session;

import dev.rollcall.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Me", description = "Who calls, and what that allows")
record MeView(
        @Schema(description = "operator or person") String kind,

        @Schema(description = "Of the token or the session") String id,

        @Schema(description = "As people know the caller: the name of a token, or an e-mail")
        String name,

        @Schema(description = "The only organization that the caller sees; absent where it sees all") @Nullable
        UUID organizationId,

        @Schema(description = "Whether it may read") boolean reads,

        @Schema(description = "Whether it may change anything")
        boolean writes,

        @Schema(description = "When the token or the session ends by itself") @Nullable
        Instant ends) {

    static MeView of(Caller caller, @Nullable Instant ends) {
        var kind = switch (caller) {
            case Caller.Operator _ -> "operator";
            case Caller.Person _ -> "person";
        };
        return new MeView(
                kind, caller.id(), caller.name(), caller.organizationId(), caller.mayRead(), caller.mayWrite(), ends);
    }
}
