package dev.rollcall.api.credential;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An OAuth client just made")
record MadeOAuthClient(
        String clientId,

        @Schema(description = "Shown in this answer and never again")
        String clientSecret,

        @Schema(description = "Where the identity provider fetches its tokens")
        String tokenEndpoint,

        CredentialView credential) {

    @Override
    public String toString() {
        return "MadeOAuthClient[" + clientId + "]";
    }
}
