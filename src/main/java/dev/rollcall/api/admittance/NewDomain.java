package dev.rollcall.api.admittance;

import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"name": "example.com"}
        """)
record NewDomain(
        @Schema(description = "In letters or A-labels, without scheme, port or path") @NotNull
        String name,

        @Schema(description = "For operators: claimed at once, without a look into DNS, now or later") @Nullable
        Boolean vouched)
        implements RequestBody {}
