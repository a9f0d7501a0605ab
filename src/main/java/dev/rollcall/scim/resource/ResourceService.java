package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.Replacement;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The SCIM operations on resources of any type (RFC 7644 §3.3 to §3.6). Each write is one transaction: the row
/// is read, the change is applied to its value, the result is checked against the old one, and it is saved with
/// its provisioning event, or, where nothing changed, not at all. Every method sees the client's organization
/// and nothing else.
@ApplicationScoped
public class ResourceService {
    private final WriteTransactions transactions;
    private final ProvisioningEvents events;
    private final UuidV7 identifiers;

    ResourceService(WriteTransactions transactions, ProvisioningEvents events, UuidV7 identifiers) {
        this.transactions = transactions;
        this.events = events;
        this.identifiers = identifiers;
    }

    /// The resource that a client wanted to be created.
    ///
    /// @param isNew false where it was brought back
    public record Created(ScimResource resource, boolean isNew) {}

    /// Creates a resource. In compatible mode a dormant one with the same identifiers is brought back under its
    /// old id instead: clients that disabled a user create it anew when the person returns.
    ///
    /// @throws ScimException 400 `invalidValue`, 409 `uniqueness`, 503
    public Created create(ProvisioningClient client, ResourceStore store, Incoming incoming) {
        var change = drafted(store, incoming);
        store.check(client, null, change.attributes());
        return transactions.run(store.uniqueKeys(), () -> {
            var dormant = dormant(client, store, change.attributes());
            return dormant.isPresent()
                    ? new Created(changed(client, dormant.get(), change), false)
                    : new Created(
                            linked(client, store.insert(client, identifiers.next(), change.attributes()), change),
                            true);
        });
    }

    /// What a new resource shall be, its attributes checked against the schema. Of a dormant one that is
    /// brought back, no write-only value outlives this unless it is sent again.
    static Change drafted(ResourceStore store, Incoming incoming) {
        var attributes = new Replacement(store.type(), store.defaults()).created(incoming);
        var change = Change.to(store, attributes, path -> attributes.find(path) == null);
        new SchemaValidator(store.type()).checkCreated(change.attributes());
        return change;
    }

    /// The dormant resource that a client means when it creates one.
    static Optional<StoredResource> dormant(
            ProvisioningClient client, ResourceStore store, ScimValue.Complex attributes) {
        return client.tolerances().allow(Tolerance.RETURNING_USER)
                ? store.findDormant(client, attributes)
                        .filter(_ -> client.tolerances().forgive(Tolerance.RETURNING_USER))
                : Optional.empty();
    }

    /// Completes a resource that was just inserted.
    ScimResource linked(ProvisioningClient client, StoredResource created, Change change) {
        created.link(change.elements());
        events.record(client, EventKind.CREATED, created.resource(), created.remark());
        return created.resource();
    }

    /// Reads a resource with what others say of it.
    ///
    /// @param wanted which of the attributes that others say of it are asked for
    /// @param baseUri what references begin with, without a trailing slash
    /// @throws ScimException 404
    public ScimResource read(
            ProvisioningClient client,
            ResourceStore store,
            String id,
            Predicate<ResolvedAttribute> wanted,
            String baseUri) {
        return ResourceIds.parse(id)
                .flatMap(uuid -> store.findWithDerived(client.organizationId(), uuid, wanted, baseUri))
                .orElseThrow(() -> notFound(store, id));
    }

    /// Replaces a resource (RFC 7644 §3.5.1).
    ///
    /// @throws ScimException 404, 412, 400 `invalidValue` or `mutability`, 409 `uniqueness`, 503
    public ScimResource replace(
            ProvisioningClient client,
            ResourceStore store,
            String id,
            @Nullable EntityTags ifMatch,
            Incoming incoming) {
        var replacement = new Replacement(store.type(), store.defaults());
        return modify(
                client,
                store,
                id,
                ifMatch,
                before -> Change.to(
                        store, replacement.replaced(before.attributes(), incoming), incoming.unassigned()::contains));
    }

    /// Modifies a resource (RFC 7644 §3.5.2).
    ///
    /// @throws ScimException 404, 412, 400 with the keywords of RFC 7644 Table 9, 409 `uniqueness`, 503
    public ScimResource modify(
            ProvisioningClient client,
            ResourceStore store,
            String id,
            @Nullable EntityTags ifMatch,
            Modification modification) {
        var uuid = ResourceIds.parse(id).orElseThrow(() -> notFound(store, id));
        var validator = new SchemaValidator(store.type());
        return transactions.run(store.uniqueKeys(), () -> {
            var stored = stored(client, store, uuid, ifMatch);
            var before = stored.resource();
            var change = modification.of(before);
            validator.checkChanged(before.attributes(), change.attributes(), change.unassigned());
            store.check(client, before, change.attributes());
            return changed(client, stored, change);
        });
    }

    /// Deletes a resource (RFC 7644 §3.6). What others say of it goes with it, and is their change.
    ///
    /// @throws ScimException 404, 412, 503
    public void delete(ProvisioningClient client, ResourceStore store, String id, @Nullable EntityTags ifMatch) {
        var uuid = ResourceIds.parse(id).orElseThrow(() -> notFound(store, id));
        transactions.run(store.uniqueKeys(), () -> {
            var stored = stored(client, store, uuid, ifMatch);
            var changed = stored.delete();
            events.record(client, EventKind.DELETED, stored.resource(), Optional.empty());
            var reason = Optional.of(store.type().name() + " " + uuid + " was deleted");
            changed.forEach(other -> events.record(client, EventKind.UPDATED, other, reason));
            return uuid;
        });
    }

    /// Makes the change to a resource that was read for it.
    ScimResource changed(ProvisioningClient client, StoredResource stored, Change change) {
        var before = stored.resource();
        var after = stored.change(change);
        if (after.meta().version() != before.meta().version() || stored.remark().isPresent()) {
            events.record(client, EventKind.ofChange(before, after), after, stored.remark());
        }
        return after;
    }

    private static StoredResource stored(
            ProvisioningClient client, ResourceStore store, UUID id, @Nullable EntityTags ifMatch) {
        var stored = store.findForChange(client, id).orElseThrow(() -> notFound(store, id.toString()));
        if (ifMatch != null && !ifMatch.match(stored.resource())) {
            throw ScimException.preconditionFailed();
        }
        return stored;
    }

    private static ScimException notFound(ResourceStore store, String id) {
        return ScimException.notFound(store.type().name(), id);
    }
}
