package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.bulk.BulkOutcome.Deleted;
import dev.rollcall.scim.bulk.BulkOutcome.Done;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.EntityTags;
import dev.rollcall.scim.resource.RequestBodies;
import dev.rollcall.scim.resource.ResourceService;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.resource.WriteAnswers;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.security.ProvisioningClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/// Does operations of which all references are resolved, each as the request that it would be alone.
@ApplicationScoped
class SingleOperations {
    private static final int OK = 200;
    static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final ResourceService resources;
    private final ResourceStores stores;

    SingleOperations(ResourceService resources, ResourceStores stores) {
        this.resources = resources;
        this.stores = stores;
    }

    /// Where an operation of a client goes.
    ///
    /// @throws ScimException 403, 404 where there is no such endpoint, 405 where it does not take the method
    RequestBodies bodies(ProvisioningClient client, Single operation, String baseUri) {
        client.requireWrite();
        return new RequestBodies(client.part(), store(operation), baseUri);
    }

    private ResourceStore store(Single operation) {
        var target = operation.target();
        var store = stores.at(target.endpoint())
                .orElseThrow(() -> ScimException.status(
                        404, "There are no resources at '" + ScimException.printable(target.endpoint()) + "'"));
        if ((operation.method() == BulkMethod.POST) != (target.id() == null)) {
            throw ScimException.status(
                    405,
                    operation.method() == BulkMethod.POST
                            ? "POST goes to an endpoint, not to a resource: 'path' is " + target.endpoint()
                            : operation.method() + " goes to a resource, not to an endpoint: 'path' is "
                                    + target.endpoint() + "/{id}");
        }
        return store;
    }

    /// Does the operation.
    ///
    /// @throws ScimException what the request would have been refused with alone
    BulkOutcome run(RequestBodies bodies, Single operation) {
        var client = bodies.client();
        var store = bodies.store();
        if (operation.method() == BulkMethod.POST) {
            return new Done(
                    CREATED,
                    resources
                            .create(client, store, bodies.incoming(operation.data()))
                            .resource());
        }
        var id = Objects.requireNonNull(operation.target().id());
        var ifMatch = EntityTags.parse(operation.version());
        return switch (operation.method()) {
            case PUT -> new Done(OK, resources.replace(client, store, id, ifMatch, bodies.incoming(operation.data())));
            case PATCH -> {
                var patch = bodies.patch(operation.data());
                var patched = resources.modify(client, store, id, ifMatch, patch.modification());
                yield new Done(statusOf(client, store, patched), patched);
            }
            case DELETE -> {
                resources.delete(client, store, id, ifMatch);
                yield new Deleted();
            }
            case POST -> throw new IllegalStateException("POST has no resource yet");
        };
    }

    private static int statusOf(ProvisioningClient client, ResourceStore store, ScimResource patched) {
        try {
            return WriteAnswers.holdPatched(client, store, patched) ? OK : NO_CONTENT;
        } catch (ScimException _) {
            // The operation is done; that the service cannot look at what came of it does not make it refused.
            return NO_CONTENT;
        }
    }
}
