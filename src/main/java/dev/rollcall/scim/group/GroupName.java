package dev.rollcall.scim.group;

import dev.rollcall.digest.Sha256;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimValue;

/// The displayName of a group, folded for comparison.
record GroupName(String key) {

    /// The name among the attributes of a group.
    ///
    /// @throws ScimException `invalidValue` where there is none
    static GroupName of(ScimValue.Complex attributes) {
        if (attributes.find("displayName") instanceof ScimValue.Text(var text)) {
            return new GroupName(Folding.fold(text));
        }
        throw ScimException.invalidValue("displayName", "is required: send a value that is not empty");
    }

    /// What stands for the name in a unique key, however long the name is.
    byte[] hash() {
        return Sha256.of(key);
    }
}
