package dev.rollcall.api.problem;

import dev.rollcall.refusal.RefusedException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can go wrong at the management API. A kind never changes its name: callers tell cases apart by it.
public enum ProblemKind {
    INVALID(400, "Something in the request does not fit", "change what `errors` names, by field"),
    UNAUTHENTICATED(401, "Nobody knows who asks", "send the token of an operator, or open a session"),
    FORBIDDEN(403, "The caller may not do this", "ask somebody who may"),
    PLAN(403, "The plan does not include this", "put the organization on a plan that does"),
    SINGLE_SIGN_ON(403, "Single sign-on comes first", "set it up, or allow provisioning without it"),
    DOMAIN(403, "A claimed domain comes first", "claim the domain, and set its TXT record"),
    NOT_FOUND(404, "It is not there", "look it up in its list; what the caller may not see is not there, either"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method", "use one of those in `Allow`"),
    NOT_ACCEPTABLE(406, "There is no answer in this media type", "accept `application/json`"),
    TAKEN(409, "Something else has the name", "choose another name"),
    LIMIT(409, "There are as many as there may be", "remove one first"),
    STATE(409, "Its state does not allow this", "change the state first, as the sentence says"),
    CHANGED(412, "Somebody else has changed it", "read it again, and repeat the change if it is still wanted"),
    CONTENT_TOO_LARGE(413, "The body is too large", "send less"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has another media type", "send `application/json`, and no encoding"),
    IDEMPOTENCY_KEY_REUSED(422, "The key came with another request", "use a new `Idempotency-Key`"),
    TOO_MANY_REQUESTS(429, "Too many requests", "wait for the seconds in `Retry-After`"),
    FAILED(500, "The service failed", "tell its operator the number in `detail`"),
    UNAVAILABLE(503, "The service cannot do this now", "repeat it after the seconds in `Retry-After`");

    private final int status;
    private final String title;
    private final String advice;

    ProblemKind(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /// The kind of a refusal.
    public static ProblemKind of(RefusedException.Kind refusal) {
        return valueOf(refusal.name());
    }

    /// The kind that a status says by itself, if there is one.
    public static Optional<ProblemKind> ofStatus(int status) {
        return Arrays.stream(values()).filter(kind -> kind.status == status).findFirst();
    }

    /// The URI that stands for it in `type`.
    public String type() {
        return "urn:rollcall:problem:" + keyword();
    }

    /// Small letters, words joined by hyphens.
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The status of the answer.
    public int status() {
        return status;
    }

    /// What it is, in a few words that never change.
    public String title() {
        return title;
    }

    /// What to do, as the documents have it.
    public String advice() {
        return advice;
    }
}
