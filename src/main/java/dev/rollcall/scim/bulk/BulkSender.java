package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.refused.Attempt;
import dev.rollcall.scim.refused.RefusedCalls;
import dev.rollcall.scim.refused.RefusedCalls.Reason;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.security.ProvisioningClient;
import java.util.Set;

/// Who asks for the operations of a bulk request, and who does them one by one.
record BulkSender(SingleOperations operations, ProvisioningClient client, String baseUri, RefusedCalls refused) {

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
        return operations.run(writer(operation), store, operation, baseUri);
    }

    /// The client as the writer of one operation.
    Writer writer(Single operation) {
        var target = operation.target();
        var path = ScimPaths.BASE + target.endpoint() + (target.id() == null ? "" : "/" + target.id());
        return Writer.of(client).part(client.call().part(operation.method().name(), path));
    }

    /// Has it recorded that an operation was refused.
    void refused(BulkOperation operation, ScimException refusal) {
        switch (operation.content()) {
            case Single single ->
                refused.record(writer(single).call(), operations.attempt(single), Reason.of(refusal), Set.of());
            case BulkOperation.Malformed _ ->
                refused.record(client.call(), Attempt.UNKNOWN, Reason.of(refusal), Set.of());
        }
    }
}
