package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.MappingChange;
import dev.rollcall.api.body.Given;
import dev.rollcall.api.body.MergePatch;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"roleId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d30"}
        """)
record MappingPatch(
        @Schema(description = "null, where the new role is one of the organization") @Nullable
        Given<UUID> teamId,

        @Nullable UUID roleId)
        implements MergePatch {

    MappingChange change() {
        return new MappingChange(teamId != null, teamId == null ? null : teamId.value(), roleId);
    }
}
