package dev.rollcall.security.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session to be begun.
///
/// @param admin whether the person is an org admin
/// @param address from which it is begun
/// @param userAgent with which it is begun
public record NewSession(
        UUID organizationId,
        String email,
        String name,
        boolean admin,
        Session.Origin origin,
        @Nullable String address,
        @Nullable String userAgent) {}
