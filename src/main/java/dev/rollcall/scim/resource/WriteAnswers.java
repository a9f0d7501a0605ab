package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.search.ResourceView;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.UUID;

/// What the answer to a write holds where the client does not say what it wants to see.
public final class WriteAnswers {
    private WriteAnswers() {}

    /// Whether the answer to a PATCH holds the resource. It does not where a part that is kept apart is too
    /// large to be read for nobody, or where the client expects none of it.
    ///
    /// @param patched the resource as it is now
    public static boolean holdPatched(ProvisioningClient client, ResourceStore store, ScimResource patched) {
        var apart = store.longAttribute();
        return apart.isEmpty()
                || (!client.tolerances().forgive(Tolerance.GROUP_UNSEEN)
                        && apart.get()
                                .hasAtMost(
                                        client.organizationId(),
                                        UUID.fromString(patched.id()),
                                        ResourceView.RESOURCE_ELEMENTS));
    }
}
