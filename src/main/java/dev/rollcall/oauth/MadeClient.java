package dev.rollcall.oauth;

import dev.rollcall.connection.credential.Credential;

/// An OAuth client just made; its id is that of the credential. The secret is to be shown once, never logged.
public record MadeClient(Credential credential, String secret) {

    /// Without the secret.
    @Override
    public String toString() {
        return "MadeClient[" + credential.id() + "]";
    }
}
