package dev.rollcall.api.mapping;

import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewDefault", examples = """
        {"teamId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2f", "roleId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d30"}
        """)
record DefaultBody(
        @NotNull UUID teamId,

        @Schema(description = "A role of teams") @NotNull UUID roleId) implements RequestBody {}
