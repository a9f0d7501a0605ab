package dev.rollcall.api.credential;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.connection.credential.Scope;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewCredential", examples = """
        {"name": "PingOne production", "scopes": ["scim.read", "scim.write"], "expires": "2031-01-31T12:00:00Z"}
        """)
record NewCredentialBody(
        @NotNull @PlainName(of = "a credential") String name,

        @Schema(description = "scim.read, scim.write; both where it is absent") @Size(min = 1, max = 2) @Nullable
        List<@NotNull @Pattern(regexp = "scim\\.(read|write)", message = "is scim.read or scim.write") String> scopes,

        @Schema(description = "As long as is configured where it is absent, and never longer than that allows")
        @Future
        @Nullable
        Instant expires)
        implements RequestBody {

    Set<Scope> wantedScopes() {
        return scopes == null ? EnumSet.allOf(Scope.class) : Scope.parse(String.join(" ", scopes));
    }
}
