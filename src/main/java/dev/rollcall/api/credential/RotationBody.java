package dev.rollcall.api.credential;

import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Rotation", examples = """
        {"overlapHours": 24}
        """)
record RotationBody(
        @Schema(
                description = "How long the old one stays valid beside the new one: 0 ends it at once, absent is as is"
                        + " configured")
        @Min(0)
        @Max(2160)
        @Nullable
        Integer overlapHours)
        implements RequestBody {}
