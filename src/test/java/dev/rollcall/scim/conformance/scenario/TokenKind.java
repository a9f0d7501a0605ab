package dev.rollcall.scim.conformance.scenario;

import java.util.Arrays;
import java.util.Optional;

/// What a request carries to authenticate.
public enum TokenKind {
    /// A token that may read and write, of a connection in the mode of the scenario.
    GOOD("good"),
    /// No `Authorization` header.
    NONE("none"),
    /// The good token behind `bearer` in lower case.
    LOWER_CASE_SCHEME("lowerCaseScheme"),
    /// The good token as a password of another scheme.
    BASIC("basic"),
    /// No token at all behind `Bearer`.
    EMPTY("empty"),
    /// A text that is no token.
    GARBAGE("garbage"),
    /// The good token without its last characters.
    TRUNCATED("truncated"),
    /// The good token with another claim set under its signature.
    TAMPERED("tampered"),
    /// The good token's claims, unsigned, as `alg: none`.
    ALG_NONE("algNone"),
    EXPIRED("expired"),
    OTHER_ISSUER("otherIssuer"),
    OTHER_AUDIENCE("otherAudience"),
    /// Signed by a key that the service does not know.
    OTHER_KEY("otherKey"),
    REVOKED("revoked"),
    READ_ONLY("readOnly"),
    /// A token of the good one's organization that stands for the user whose id the scenario calls `me`.
    OF_USER("ofUser"),
    /// A token that may read and write in another organization.
    OTHER_ORGANIZATION("otherOrganization"),
    PAUSED_CONNECTION("pausedConnection"),
    PLAN_WITHOUT_SCIM("planWithoutScim"),
    /// A token of an organization that may send one request a second, and five at once.
    LOW_LIMIT("lowLimit"),
    /// A token of an organization that may send what no client does, for scenarios that are in such a hurry; the
    /// good one where there is no such organization.
    HIGH_LIMIT("highLimit");

    private final String keyword;

    TokenKind(String keyword) {
        this.keyword = keyword;
    }

    /// As it stands in a file.
    public String keyword() {
        return keyword;
    }

    /// The kind of this keyword, if there is one.
    public static Optional<TokenKind> of(String keyword) {
        return Arrays.stream(values())
                .filter(kind -> kind.keyword.equals(keyword))
                .findFirst();
    }
}
