package dev.rollcall.oauth;

/// A request for a token that is refused. The message is a sentence for whoever set the client up.
final class OAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OAuthError error;

    OAuthException(OAuthError error, String sentence) {
        super(sentence, null, false, false);
        this.error = error;
    }

    static OAuthException invalidRequest(String sentence) {
        return new OAuthException(OAuthError.INVALID_REQUEST, sentence);
    }

    /// One sentence for whatever is wrong with a client, which tells nothing to who guesses.
    static OAuthException invalidClient() {
        return new OAuthException(
                OAuthError.INVALID_CLIENT,
                "The client id and secret are not valid here: they are unknown, expired or revoked. Make a new OAuth"
                        + " client for this connection and enter it in the identity provider.");
    }

    OAuthError error() {
        return error;
    }
}
