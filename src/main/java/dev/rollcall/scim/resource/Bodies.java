package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of requests through the schema.
public final class Bodies {
    private Bodies() {}

    /// Reads a whole resource.
    ///
    /// @throws ScimException as {@link ResourceReader#read}
    static Incoming incoming(ResourceStore store, Tolerances tolerances, ScimValue.@Nullable Complex body) {
        return new ResourceReader(store.type(), tolerances).read(present(body));
    }

    /// The body, unless there is none.
    ///
    /// @throws ScimException `invalidSyntax`
    public static ScimValue.Complex present(ScimValue.@Nullable Complex body) {
        if (body == null) {
            throw ScimException.invalidSyntax("The body is empty: send a JSON object");
        }
        return body;
    }
}
