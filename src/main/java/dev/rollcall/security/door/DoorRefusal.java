package dev.rollcall.security.door;

import dev.rollcall.api.problem.Problem;
import dev.rollcall.api.problem.ProblemKind;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Why the door stays shut. One kind, one text: an answer does not tell a guess that is almost right from another.
enum DoorRefusal {
    NO_PROOF(
            ProblemKind.UNAUTHENTICATED,
            "Bearer realm=\"api\"",
            "This needs the token of an operator, sent as 'Authorization: Bearer {token}', or a session."),
    INVALID_TOKEN(
            ProblemKind.UNAUTHENTICATED,
            "Bearer realm=\"api\", error=\"invalid_token\"",
            "The token is not valid here: it is unknown, expired or revoked, or not the token of an operator. Issue a"
                    + " new one with 'rollcall operator issue'."),
    INVALID_SESSION(
            ProblemKind.UNAUTHENTICATED,
            "Bearer realm=\"api\"",
            "The session has ended. Open the page again from the product, or sign in again."),
    AMBIGUOUS(
            ProblemKind.INVALID,
            "Bearer realm=\"api\", error=\"invalid_request\"",
            "Send either one Authorization header or the cookie of one session, and the token in no other place."),
    FORGEABLE(
            ProblemKind.FORBIDDEN,
            null,
            "A change with a session needs the header X-Rollcall-Request, which no form of another page can send."),
    CROSS_SITE(ProblemKind.FORBIDDEN, null, "A page of another site may not do this. Use the page of this service."),
    UNAVAILABLE(
            ProblemKind.UNAVAILABLE,
            null,
            "The service cannot check the proof at the moment: try again in a few seconds.");

    private static final String RETRY_AFTER_SECONDS = "2";

    private final ProblemKind kind;
    private final @Nullable String challenge;
    private final String sentence;

    DoorRefusal(ProblemKind kind, @Nullable String challenge, String sentence) {
        this.kind = kind;
        this.challenge = challenge;
        this.sentence = sentence;
    }

    int status() {
        return kind.status();
    }

    Response answer() {
        var answer = Problem.of(kind, sentence).answer().header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (challenge != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (kind == ProblemKind.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
