package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Locale;

/// What one request did to one resource. Of a request that changes `active` and more, the change of `active` is
/// told.
public enum EventKind {
    CREATED,
    UPDATED,
    /// `active` went from true to false: whoever it is may no longer sign in.
    DISABLED,
    /// `active` is false no more.
    ENABLED,
    DELETED;

    private static final ScimValue FALSE = ScimValue.of(false);

    static EventKind ofChange(ScimResource before, ScimResource after) {
        var was = before.attributes().find("active");
        var is = after.attributes().find("active");
        if (FALSE.equals(is) && !FALSE.equals(was)) {
            return DISABLED;
        }
        return FALSE.equals(was) && !FALSE.equals(is) ? ENABLED : UPDATED;
    }

    /// The word in the event table and in what is published.
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
