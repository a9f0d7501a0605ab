package dev.rollcall.scim.group;

import dev.rollcall.scim.schema.ScimValue;
import org.jspecify.annotations.Nullable;

/// The body of a request to create or change a group, which has a limit of its own since it may name many
/// members.
record GroupBody(ScimValue.Complex message) {
    static ScimValue.@Nullable Complex messageOf(@Nullable GroupBody body) {
        return body == null ? null : body.message();
    }
}
