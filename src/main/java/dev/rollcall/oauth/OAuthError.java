package dev.rollcall.oauth;

import java.util.Locale;

/// Why no token is given (RFC 6749 §5.2).
enum OAuthError {
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    INVALID_SCOPE(400),
    UNSUPPORTED_GRANT_TYPE(400),
    /// Not of the RFC for this endpoint, but its word for what may be tried again.
    TEMPORARILY_UNAVAILABLE(503),
    SERVER_ERROR(500);

    private final int status;

    OAuthError(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /// As it stands in an answer.
    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
