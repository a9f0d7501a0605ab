package dev.rollcall.token;

import dev.rollcall.connection.credential.Scope;
import java.time.Duration;
import java.util.Set;

/// A token just given to an OAuth client. It is a secret: to be shown once, never logged.
public record AccessToken(String token, Duration lifetime, Set<Scope> scopes) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /// Without the token.
    @Override
    public String toString() {
        return "AccessToken[" + lifetime + ", " + scopes + "]";
    }
}
