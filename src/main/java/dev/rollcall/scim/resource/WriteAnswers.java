package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.search.ResourceView;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.UUID;

/// What the answer to a write holds where the client does not say what it wants to see.
public final class WriteAnswers {
    private WriteAnswers() {}

    /// Whether the answer holds the resource. That to a PATCH does not where elements in rows of their own are too
    /// many to be read for nobody, or where the client expects none of it.
    ///
    /// @param written the resource as it is now
    public static boolean hold(Writer writer, Write write, ScimResource written) {
        var rows = write.store().rowAttribute();
        return !(write instanceof Write.Modify)
                || rows.isEmpty()
                || (!writer.tolerances().forgive(Tolerance.GROUP_UNSEEN)
                        && rows.get()
                                .hasAtMost(
                                        writer.organizationId(),
                                        UUID.fromString(written.id()),
                                        ResourceView.RESOURCE_ELEMENTS));
    }
}
