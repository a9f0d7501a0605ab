package dev.rollcall.activity.health;

import java.util.Arrays;
import java.util.Optional;

/// What people get wrong when they set a connection up, and what they have to change.
public enum Mistake {
    EXPIRED_TOKEN(
            Leaves.WITH_ANY_SUCCESS,
            "A token of this connection was used that has expired. Make a new one in Credentials, and enter it in the"
                    + " identity provider."),
    REVOKED_TOKEN(
            Leaves.WITH_ANY_SUCCESS,
            "A token of this connection was used that is revoked. Enter the one that is valid now in the identity"
                    + " provider, or make a new one in Credentials."),
    WRONG_TOKEN(
            Leaves.WITH_ANY_SUCCESS,
            "A token was used that is not the one that was made for this connection. Make a new one in Credentials, and"
                    + " enter it in the identity provider."),
    BASIC_AUTHENTICATION(
            Leaves.WITH_ANY_SUCCESS,
            "The token was sent as the password of Basic authentication. Choose OAuth bearer token, or HTTP header, as"
                    + " the authentication method in the identity provider."),
    VERSION_DOUBLED(
            Leaves.WITH_ANY_SUCCESS,
            "The path has /v2 twice. The identity provider adds it by itself, or it was entered twice: the base URL is"
                    + " the Endpoint of Set up, once."),
    VERSION_MISSING(
            Leaves.WITH_ANY_SUCCESS,
            "The path lacks /v2. Enter the Endpoint of Set up, which ends with /scim/v2, as the base URL in the identity"
                    + " provider."),
    SCIM_1(
            Leaves.WITH_A_WRITE,
            "The identity provider speaks SCIM 1.1. Choose SCIM 2.0 as the version in the identity provider.");

    /// What shows that a mistake is mended.
    enum Leaves {
        WITH_ANY_SUCCESS,
        WITH_A_WRITE
    }

    private final Leaves leaves;
    private final String sentence;

    Mistake(Leaves leaves, String sentence) {
        this.leaves = leaves;
        this.sentence = sentence;
    }

    /// Whether only a write shows that it is mended.
    boolean leavesWithWrite() {
        return leaves == Leaves.WITH_A_WRITE;
    }

    /// What happened, and what to change.
    public String sentence() {
        return sentence;
    }

    static Optional<Mistake> named(String name) {
        return Arrays.stream(values())
                .filter(mistake -> mistake.name().equals(name))
                .findFirst();
    }
}
