package dev.rollcall.token;

/// The claims of a token beside those that say who issued it, for whom and when.
final class TokenClaims {
    static final String ID = "jti";
    static final String ORGANIZATION = "org";
    static final String SCOPE = "scope";

    /// The user for whom the token stands; absent in a token of a provisioning client.
    static final String USER = "user";

    /// The OAuth client to which an access token was given (RFC 9068 §2.2); absent in every other token.
    static final String CLIENT = "client_id";

    /// The `typ` of the header of an access token (RFC 9068 §2.1).
    static final String ACCESS_TOKEN_TYPE = "at+jwt";

    /// The `typ` of a token that was issued for a connection.
    static final String BEARER_TOKEN_TYPE = "JWT";

    private TokenClaims() {}
}
