package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.bulk.BulkOutcome.Deleted;
import dev.rollcall.scim.bulk.BulkOutcome.Done;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.refused.Attempt;
import dev.rollcall.scim.resource.EntityTags;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.resource.Write;
import dev.rollcall.scim.resource.WriteAnswers;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.resource.Writes;
import dev.rollcall.scim.resource.Written;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;

/// Does operations of which all references are resolved, each as the request that it would be alone.
@ApplicationScoped
public class SingleOperations {
    private static final int OK = 200;
    static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Writes writes;
    private final ResourceStores stores;

    SingleOperations(Writes writes, ResourceStores stores) {
        this.writes = writes;
        this.stores = stores;
    }

    /// Where an operation of a client goes.
    ///
    /// @throws ScimException 403, 404 where there is no such endpoint, 405 where it does not take the method
    ResourceStore store(ProvisioningClient client, Single operation) {
        client.requireWrite();
        return store(operation);
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

    /// The write that a request alone, or an operation of a bulk request, asked for, whatever version of the resource
    /// it was for.
    ///
    /// @param path below the base URI, with its first slash
    /// @param body empty for DELETE
    /// @throws ScimException where no write has this method and path, or one refers to another operation
    public Write write(String method, String path, ScimValue.Complex body) {
        var tolerances = Tolerances.of(Set.of());
        var operation = new Single(
                BulkMethod.of(method, tolerances)
                        .orElseThrow(
                                () -> ScimException.status(405, ScimException.printable(method) + " writes nothing")),
                BulkPath.parse(path, tolerances),
                null,
                body);
        var store = store(operation);
        for (var bulkId : BulkReferences.of(operation)) {
            throw ScimException.invalidSyntax("'" + BulkReferences.to(ScimException.printable(bulkId))
                    + "' is what another operation of the bulk request makes");
        }
        return write(store, operation);
    }

    /// Does the operation.
    ///
    /// @param store where it goes
    /// @param baseUri the base URI of the service, without a trailing slash
    /// @throws ScimException what the request would have been refused with alone
    BulkOutcome run(Writer writer, ResourceStore store, Single operation, String baseUri) {
        var write = write(store, operation);
        return switch (writes.run(writer, write, baseUri)) {
            case Written.Resource written -> new Done(status(writer, write, written), written.resource());
            case Written.Gone _ -> new Deleted();
        };
    }

    /// What of an operation is known where it is refused.
    Attempt attempt(Single operation) {
        var target = operation.target();
        var type = stores.at(target.endpoint()).map(ResourceStore::type).orElse(null);
        return new Attempt(type, target.id(), operation.method() == BulkMethod.DELETE ? null : operation.data());
    }

    private static Write write(ResourceStore store, Single operation) {
        var condition = EntityTags.parse(operation.version());
        return switch (operation.method()) {
            case POST -> new Write.Create(store, operation.data());
            case PUT -> new Write.Replace(store, id(operation), condition, operation.data());
            case PATCH -> new Write.Modify(store, id(operation), condition, operation.data());
            case DELETE -> new Write.Delete(store, id(operation), condition);
        };
    }

    private static String id(Single operation) {
        return Objects.requireNonNull(operation.target().id());
    }

    private static int status(Writer writer, Write write, Written.Resource written) {
        if (write instanceof Write.Create) {
            return CREATED;
        }
        try {
            return WriteAnswers.hold(writer, write, written.resource()) ? OK : NO_CONTENT;
        } catch (UnavailableException _) {
            // The operation is done; that the service cannot look at what came of it does not make it refused.
            return NO_CONTENT;
        }
    }
}
