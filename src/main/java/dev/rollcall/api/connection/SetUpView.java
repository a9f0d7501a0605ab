package dev.rollcall.api.connection;

import dev.rollcall.connection.credential.Credential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SetUp", description = "What is entered into the identity provider")
record SetUpView(
        @Schema(description = "The attribute that identifies a user")
        String uniqueIdentifier,

        @Schema(description = "The SCIM base URL, the same for every organization")
        String endpoint,

        @Schema(description = "The bearer tokens that are accepted now. Each was shown once, when it was made")
        List<LiveToken> tokens) {

    @Schema(name = "LiveToken")
    record LiveToken(
            UUID id,
            String name,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed) {

        static LiveToken of(Credential token) {
            return new LiveToken(token.id(), token.name(), token.created(), token.expires(), token.lastUsed());
        }
    }
}
