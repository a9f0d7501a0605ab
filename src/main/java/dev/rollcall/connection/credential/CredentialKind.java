package dev.rollcall.connection.credential;

/// What a connection calls with.
public enum CredentialKind {
    /// A signed token that is pasted into the identity provider.
    BEARER_TOKEN("token", "a token"),
    /// An id and a secret, for which short tokens are given (RFC 6749 §4.4).
    OAUTH_CLIENT("OAuth client", "an OAuth client");

    private final String noun;
    private final String one;

    CredentialKind(String noun, String one) {
        this.noun = noun;
        this.one = one;
    }

    /// As it stands in a sentence.
    public String noun() {
        return noun;
    }

    /// With its article.
    public String one() {
        return one;
    }

    /// As the audit names what became of it.
    String action(String what) {
        return (this == BEARER_TOKEN ? "token." : "oauth-client.") + what;
    }
}
