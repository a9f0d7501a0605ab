package dev.rollcall.token;

/// The claims of a token beside those that say who issued it, for whom and when.
final class TokenClaims {
    static final String ID = "jti";
    static final String ORGANIZATION = "org";
    static final String SCOPE = "scope";

    /// The user for whom the token stands; absent in a token of a provisioning client.
    static final String USER = "user";

    private TokenClaims() {}
}
