package dev.rollcall.api.credential;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialState;
import dev.rollcall.connection.credential.LastUse;
import dev.rollcall.connection.credential.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Credential", description = "A bearer token or an OAuth client, without its secret")
record CredentialView(
        @Schema(description = "Of an OAuth client: its client id")
        UUID id,

        String name,

        @Schema(description = "Expiring is what expires soon")
        CredentialState status,

        List<String> scopes,
        @Schema(description = "Who made it") String madeBy,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable LastUseView lastUse,

        @Schema(description = "The one user for whom it stands") @Nullable
        UUID userId) {

    @Schema(name = "LastUse", description = "When it was used last, exact to the minute, and from where")
    record LastUseView(
            Instant time,
            @Nullable String address,

            @Schema(description = "User-Agent of the caller") @Nullable
            String product) {

        private static @Nullable LastUseView of(@Nullable LastUse last) {
            return last == null
                    ? null
                    : new LastUseView(
                            last.time(), last.use().address(), last.use().product());
        }
    }

    static CredentialView of(Credential credential, CredentialState status) {
        return new CredentialView(
                credential.id(),
                credential.name(),
                status,
                credential.scopes().stream().sorted().map(Scope::text).toList(),
                credential.madeBy(),
                credential.created(),
                credential.expires(),
                credential.revoked(),
                LastUseView.of(credential.lastUse()),
                credential.userId());
    }
}
