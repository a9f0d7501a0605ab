package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.security.ProvisioningClient;

/// Who asks for the operations of a bulk request, and who does them one by one.
record BulkSender(SingleOperations operations, ProvisioningClient client, String baseUri) {

    /// Where an operation goes.
    ///
    /// @throws ScimException as {@link SingleOperations#store}
    ResourceStore store(Single operation) {
        return operations.store(client, operation);
    }

    /// Does an operation.
    ///
    /// @throws ScimException as {@link SingleOperations#run}
    BulkOutcome run(ResourceStore store, Single operation) {
        return operations.run(writer(), store, operation, baseUri);
    }

    /// The client as the writer of one operation.
    Writer writer() {
        return Writer.of(client).part();
    }
}
