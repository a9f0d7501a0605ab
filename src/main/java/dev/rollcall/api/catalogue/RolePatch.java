package dev.rollcall.api.catalogue;

import dev.rollcall.access.catalogue.RoleChange;
import dev.rollcall.access.catalogue.RoleScope;
import dev.rollcall.api.body.MergePatch;
import dev.rollcall.api.body.PlainName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"name": "Publisher", "rank": 30}
        """)
record RolePatch(
        @PlainName(of = "a role") @Nullable String name,

        @Schema(description = "It cannot change while the role is in use") @Nullable
        RoleScope scope,

        @Nullable Integer rank,

        @Schema(description = "Only for roles of the organization") @Nullable
        Boolean admin)
        implements MergePatch {

    RoleChange change() {
        return new RoleChange(name, scope, rank, admin);
    }
}
