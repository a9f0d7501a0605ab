package dev.rollcall.api.person;

import dev.rollcall.access.person.PersonChange;
import dev.rollcall.api.body.MergePatch;
import dev.rollcall.api.body.PlainName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"active": false}
        """)
record PersonPatch(
        @Schema(description = "Whether the person may sign in, and has a seat") @Nullable
        Boolean active,

        @PlainName(of = "a person") @Nullable String name)
        implements MergePatch {

    PersonChange change() {
        return new PersonChange(active, name);
    }
}
