package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.RequestBodies;
import dev.rollcall.scim.security.ProvisioningClient;

/// Who asks for the operations of a bulk request, and who does them one by one.
record BulkSender(SingleOperations operations, ProvisioningClient client, String baseUri) {

    /// Where an operation goes.
    ///
    /// @throws ScimException as {@link SingleOperations#bodies}
    RequestBodies bodies(Single operation) {
        return operations.bodies(client, operation, baseUri);
    }
}
