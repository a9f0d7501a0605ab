package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Map;

/// The core attributes to which the service gives a value of its own when a client creates a resource without
/// them (RFC 7644 §3.3), by name. A replacement that omits one keeps the value in force. Null is as if left out: a
/// resource always has these.
public record ServerDefaults(Map<String, ScimValue> values) {
    /// No defaults.
    public static final ServerDefaults NONE = new ServerDefaults(Map.of());

    /// A new user may sign in unless the client says otherwise.
    public static final ServerDefaults USER = new ServerDefaults(Map.of("active", ScimValue.of(true)));

    public ServerDefaults {
        values = Map.copyOf(values);
    }

    /// True for an attribute that has a default.
    public boolean cover(ResolvedAttribute path) {
        return path.extension() == null && values.containsKey(path.attribute().name());
    }

    /// `after`, in which those that a change took away have the value that was in force: what disables stays.
    public ScimValue.Complex kept(ScimValue.Complex before, ScimValue.Complex after) {
        var kept = after;
        for (var name : values.keySet()) {
            var former = before.find(name);
            if (former != null && kept.find(name) == null) {
                kept = kept.with(name, former);
            }
        }
        return kept;
    }
}
