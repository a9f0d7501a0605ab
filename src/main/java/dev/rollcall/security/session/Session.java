package dev.rollcall.security.session;

import dev.rollcall.security.PersonAccess;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The session of a person of an organization, without its secret.
///
/// @param address from which it was begun
/// @param userAgent with which it was begun
/// @param expires when it ends even if it is used
/// @param ended when somebody ended it; null while nobody has
public record Session(
        UUID id,
        UUID organizationId,
        String email,
        String name,
        PersonAccess access,
        Origin origin,
        @Nullable String address,
        @Nullable String userAgent,
        Instant created,
        Instant lastSeen,
        Instant expires,
        @Nullable Instant ended) {

    /// How it began.
    public enum Origin {
        LINK,
        SIGN_IN
    }
}
