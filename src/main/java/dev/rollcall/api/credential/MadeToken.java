package dev.rollcall.api.credential;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A bearer token just made")
record MadeToken(
        @Schema(description = "Shown in this answer and never again")
        String token,

        CredentialView credential) {

    @Override
    public String toString() {
        return "MadeToken[" + credential.id() + "]";
    }
}
