package dev.rollcall.api.grant;

import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"teamId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2f", "roleId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d30"}
        """)
record NewGrant(
        @Schema(description = "For a role of teams, and for no other") @Nullable
        UUID teamId,

        @NotNull UUID roleId) implements RequestBody {}
