package dev.rollcall.api.session;

import dev.rollcall.security.PersonAccess;
import dev.rollcall.security.session.Session;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Session", description = "That somebody is in; never the secret of the cookie")
record SessionView(
        UUID id,
        UUID organizationId,
        String email,
        String name,

        @Schema(description = "Whether the person is an org admin")
        boolean admin,

        @Schema(description = "Whether the person sees what an org admin sees, and changes nothing")
        boolean readOnly,

        @Schema(description = "By which proof it was begun: link or sign-in")
        Session.Origin origin,

        @Schema(description = "From which it was begun") @Nullable
        String address,

        @Schema(description = "With which it was begun, as that names itself") @Nullable
        String product,

        Instant created,
        @Schema(description = "To the minute") Instant lastSeen,
        @Schema(description = "However much it is used") Instant expires) {

    static SessionView of(Session session) {
        return new SessionView(
                session.id(),
                session.organizationId(),
                session.email(),
                session.name(),
                session.access() == PersonAccess.WRITE,
                session.access() == PersonAccess.READ,
                session.origin(),
                session.address(),
                session.userAgent(),
                session.created(),
                session.lastSeen(),
                session.expires());
    }
}
