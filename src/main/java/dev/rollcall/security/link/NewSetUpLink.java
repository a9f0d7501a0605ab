package dev.rollcall.security.link;

/// A link just made.
///
/// @param secret what the link has behind its `#`, this once
public record NewSetUpLink(SetUpLink link, String secret) {
    private static final String PAGE = "/console#link=";

    /// What the person opens. The secret is in the fragment, which browsers send to nobody.
    ///
    /// @param publicUrl of the service, without a trailing slash
    public String url(String publicUrl) {
        return publicUrl + PAGE + secret;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "NewSetUpLink[" + link.id() + "]";
    }
}
