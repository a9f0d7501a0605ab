package dev.rollcall.scim.security;

import dev.rollcall.organization.Prerequisite;
import org.jspecify.annotations.Nullable;

/// Why a request is not served, with its answer (RFC 6750 §3). One kind, one text: an answer does not tell a
/// guess that is almost right from one that is not.
enum Refusal {
    NO_CREDENTIALS(
            401,
            "Bearer realm=\"scim\"",
            "This endpoint needs a bearer token. Send it as 'Authorization: Bearer {token}'."),
    MALFORMED_REQUEST(
            400,
            "Bearer realm=\"scim\", error=\"invalid_request\"",
            "Send exactly one Authorization header, and the token in no other place."),
    INVALID_TOKEN(
            401,
            "Bearer realm=\"scim\", error=\"invalid_token\"",
            "The bearer token is not valid here: it is unknown, expired or revoked. Issue a new token for this"
                    + " connection and enter it in the identity provider."),
    NO_READ_SCOPE(
            403,
            "Bearer realm=\"scim\", error=\"insufficient_scope\", scope=\"scim.read\"",
            "The bearer token may not read: it lacks the scope scim.read. Use a token with this scope."),
    NO_WRITE_SCOPE(
            403,
            "Bearer realm=\"scim\", error=\"insufficient_scope\", scope=\"scim.write\"",
            "The bearer token may only read: it lacks the scope scim.write. Use a token with this scope."),
    ONLY_ME(
            403,
            "Bearer realm=\"scim\", error=\"insufficient_scope\"",
            "The bearer token stands for one user: it may use /Me and the discovery endpoints only."),
    PLAN_WITHOUT_SCIM(403, null, Prerequisite.PLAN.sentence()),
    NO_SINGLE_SIGN_ON(403, null, Prerequisite.SINGLE_SIGN_ON.sentence()),
    NO_DOMAIN(403, null, Prerequisite.DOMAIN.sentence()),
    CONNECTION_PAUSED(
            403,
            null,
            "Provisioning is paused for this connection. Resume the connection in the service, then sync again."),
    CONNECTION_OFF(
            403,
            null,
            "This connection is turned off. Turn it on in the service, or stop provisioning in the identity provider."),
    UNAVAILABLE(503, null, "The service cannot reach its database at the moment. Try again in a few seconds.");

    private final int status;
    private final @Nullable String challenge;
    private final String detail;

    Refusal(int status, @Nullable String challenge, String detail) {
        this.status = status;
        this.challenge = challenge;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    /// The value of `WWW-Authenticate`, where another token or another way to send it would help.
    @Nullable
    String challenge() {
        return challenge;
    }

    /// For whoever reads the identity provider's log.
    String detail() {
        return detail;
    }
}
