package dev.rollcall.api.connection;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.connection.ConnectionMode;
import dev.rollcall.connection.IdentityProvider;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"name": "PingOne", "identityProvider": "pingone"}
        """)
record NewConnection(
        @NotNull @PlainName(of = "a connection") String name,
        @NotNull IdentityProvider identityProvider,

        @Schema(description = "`compatible` where it is absent") @Nullable
        ConnectionMode mode)
        implements RequestBody {

    ConnectionMode modeOrDefault() {
        return Objects.requireNonNullElse(mode, ConnectionMode.COMPATIBLE);
    }
}
