package dev.rollcall.scim.security;

/// The claims of a token beside those that say who issued it, for whom and when.
final class TokenClaims {
    static final String ID = "jti";
    static final String ORGANIZATION = "org";
    static final String SCOPE = "scope";

    private TokenClaims() {}
}
