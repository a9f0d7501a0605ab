package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.Replacement;
import dev.rollcall.scim.resource.Creation.Begun;
import dev.rollcall.scim.resource.ProvisioningEvents.Changed;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The one way to write resources of any type (RFC 7644 §3.3, §3.5, §3.6). Each write is one transaction: the row is
/// read, the change is applied to its value, the result is checked against the old one, and it is saved with its
/// provisioning event, or, where nothing changed, not at all. Nothing is seen of other organizations.
@ApplicationScoped
public class Writes {
    private final WriteTransactions transactions;
    private final Creation creation;
    private final ProvisioningEvents events;
    private final UuidV7 identifiers;

    Writes(WriteTransactions transactions, Creation creation, ProvisioningEvents events, UuidV7 identifiers) {
        this.transactions = transactions;
        this.creation = creation;
        this.events = events;
        this.identifiers = identifiers;
    }

    /// Does a write.
    ///
    /// @param baseUri the base URI of the service, without a trailing slash
    /// @throws ScimException 404, 412, 400 with the keywords of RFC 7644 Table 9, 409 `uniqueness`, 503
    public Written run(Writer writer, Write write, String baseUri) {
        return switch (write) {
            case Write.Create create -> create(writer, create);
            case Write.Replace replace -> replace(writer, replace);
            case Write.Modify modify -> modify(writer, modify, baseUri);
            case Write.Delete delete -> delete(writer, delete);
        };
    }

    private Written create(Writer writer, Write.Create write) {
        var store = write.store();
        var incoming = Bodies.incoming(store, writer.tolerances(), write.body());
        var change = Creation.drafted(store, incoming);
        store.rules().check(writer, null, change.attributes());
        return transactions.run(store.rows().uniqueKeys(), () -> {
            var begun = switch (creation.claimed(writer, store, change.attributes())) {
                case Claim.Returning(var held) -> new Begun.Returning(held, change);
                case Claim.New fresh -> Creation.inserted(writer, store, fresh.idOr(identifiers::next), change);
            };
            return new Written.Resource(creation.linked(writer, begun), begun.before(), supplied(incoming));
        });
    }

    private Written replace(Writer writer, Write.Replace write) {
        var store = write.store();
        var incoming = Bodies.incoming(store, writer.tolerances(), write.body());
        var replacement = new Replacement(store.type(), store.rules().defaults());
        var changed = change(writer, store, write.id(), write.condition(), before -> {
            var attributes = replacement.replaced(before.attributes(), incoming);
            return Change.to(store, attributes, incoming.unassigned()::contains);
        });
        return new Written.Resource(changed.resource(), changed.before(), supplied(incoming));
    }

    private Written modify(Writer writer, Write.Modify write, String baseUri) {
        var modification = new Modification(writer, write.store(), baseUri, Bodies.present(write.body()));
        var changed = change(writer, write.store(), write.id(), write.condition(), modification::of);
        return new Written.Resource(changed.resource(), changed.before(), modification.mentioned());
    }

    private Changed change(
            Writer writer,
            ResourceStore store,
            String id,
            @Nullable EntityTags condition,
            Function<ScimResource, Change> modification) {
        var uuid = identifier(store, id);
        var validator = new SchemaValidator(store.type());
        // For the first attempt; where it changes nothing, no transaction begins in the database. Whoever loses a race
        // waits for the others from then on.
        var ahead = store.rows().ahead(writer, uuid).stream().iterator();
        var changed = transactions.run(store.rows().uniqueKeys(), () -> {
            var held = ahead.hasNext() ? matching(ahead.next(), condition) : held(writer, store, uuid, condition);
            var before = held.resource();
            var change = modification.apply(before);
            validator.checkChanged(before.attributes(), change.attributes(), change.unassigned());
            store.rules().check(writer, before, change.attributes());
            return events.changed(writer, held, held.change(change));
        });
        events.ended(changed);
        return changed;
    }

    private Written delete(Writer writer, Write.Delete write) {
        var store = write.store();
        var uuid = identifier(store, write.id());
        return transactions.run(store.rows().uniqueKeys(), () -> {
            var held = held(writer, store, uuid, write.condition());
            var before = held.resource();
            events.deleted(writer, before, held.delete());
            return new Written.Gone(before);
        });
    }

    private static Held held(Writer writer, ResourceStore store, UUID id, @Nullable EntityTags condition) {
        var held = store.rows()
                .hold(writer, id)
                .orElseThrow(() -> ScimException.notFound(store.type().name(), id.toString()));
        return matching(held, condition);
    }

    private static Held matching(Held held, @Nullable EntityTags condition) {
        if (condition != null && !condition.match(held.resource())) {
            throw ScimException.preconditionFailed();
        }
        return held;
    }

    private static UUID identifier(ResourceStore store, String id) {
        return ResourceIds.parse(id)
                .orElseThrow(() -> ScimException.notFound(store.type().name(), id));
    }

    private static Predicate<ResolvedAttribute> supplied(Incoming incoming) {
        return path -> incoming.attributes().find(path) != null;
    }
}
