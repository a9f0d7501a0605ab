package dev.rollcall.security.session;

import dev.rollcall.security.PersonAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session to be begun.
///
/// @param address from which it is begun
/// @param userAgent with which it is begun
public record NewSession(
        UUID organizationId,
        String email,
        String name,
        PersonAccess access,
        Session.Origin origin,
        @Nullable String address,
        @Nullable String userAgent) {}
