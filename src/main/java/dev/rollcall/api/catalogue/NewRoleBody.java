package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.NewRole;
import dev.rollcall.access.catalogue.RoleScope;
import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewRole", examples = """
        {"name": "Editor", "scope": "team", "rank": 20}
        """)
record NewRoleBody(
        @NotNull @PlainName(of = "a role") String name,
        @NotNull RoleScope scope,

        @Schema(description = "Of several roles in one team the one of the highest rank counts") @NotNull
        Integer rank,

        @Schema(description = "Only for roles of the organization; `false` where it is absent") @Nullable
        Boolean admin)
        implements RequestBody {

    NewRole role() {
        return new NewRole(name, scope, rank, Boolean.TRUE.equals(admin));
    }
}
