package dev.rollcall.token;

import dev.rollcall.connection.credential.Credential;

/// A token just issued, with the credential that is kept of it. The token is a secret: to be shown once, never
/// logged.
public record IssuedToken(Credential credential, String token) {

    /// Without the token.
    @Override
    public String toString() {
        return "IssuedToken[" + credential.id() + "]";
    }
}
