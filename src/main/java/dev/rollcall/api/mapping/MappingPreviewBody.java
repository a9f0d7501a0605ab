package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.PlannedMapping;
import dev.rollcall.api.body.RequestBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"add": [{"groupId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e", "teamId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2f",
         "roleId": "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d30"}], "remove": []}
        """)
record MappingPreviewBody(
        @Schema(description = "Mappings that are not there") @Size(max = 100) @Nullable
        List<@NotNull @Valid PlannedMappingBody> add,

        @Schema(description = "The ids of mappings; to change one, remove it and add it as it is to be")
        @Size(max = 100)
        @Nullable
        List<@NotNull UUID> remove)
        implements RequestBody {
    @Schema(name = "PlannedMapping")
    record PlannedMappingBody(
            @NotNull UUID groupId,

            @Schema(description = "Absent for a role that counts in the whole organization") @Nullable
            UUID teamId,

            @NotNull UUID roleId) {}

    List<PlannedMapping> added() {
        return add == null
                ? List.of()
                : add.stream()
                        .map(one -> new PlannedMapping(one.groupId(), one.teamId(), one.roleId()))
                        .toList();
    }

    List<UUID> removed() {
        return remove == null ? List.of() : remove.stream().distinct().toList();
    }
}
