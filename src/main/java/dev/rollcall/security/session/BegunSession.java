package dev.rollcall.security.session;

/// A session, and its secret at the only time when it is seen.
public record BegunSession(Session session, String secret) {
    /// Without the secret.
    @Override
    public String toString() {
        return session.id().toString();
    }
}
