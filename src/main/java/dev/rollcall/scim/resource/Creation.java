package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.Replacement;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The steps of the creation of a resource, of one alone or of several that refer to each other. Where somebody
/// is meant whom the organization knows, the resource gets the id by which that is ({@link Claim}).
@ApplicationScoped
class Creation {
    private final ProvisioningEvents events;

    Creation(ProvisioningEvents events) {
        this.events = events;
    }

    /// What a new resource shall be, its attributes checked against the schema. Of a dormant one that is
    /// brought back, no write-only value outlives this unless it is sent again.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue`
    static Change drafted(ResourceStore store, Incoming incoming) {
        var attributes = new Replacement(store.type(), store.rules().defaults()).created(incoming);
        var change = Change.to(store, attributes, path -> attributes.find(path) == null);
        new SchemaValidator(store.type()).checkCreated(change.attributes());
        return change;
    }

    /// Who is meant by these attributes. Whoever is not taken back is gone when this returns.
    ///
    /// @throws dev.rollcall.scim.error.ScimException where a guard keeps one from going
    Claim claimed(Writer writer, ResourceStore store, ScimValue.Complex attributes) {
        var claim = store.rows().claim(writer, attributes);
        var former = claim instanceof Claim.New fresh ? fresh.former() : null;
        if (former != null) {
            events.deleted(writer, former.resource(), former.delete());
        }
        return claim;
    }

    /// A resource on its way from its row to its links, and what it shall be.
    sealed interface Begun {
        /// The resource as it was; null where it is added.
        default @Nullable ScimResource before() {
            return this instanceof Returning returning ? returning.held().resource() : null;
        }

        /// It was added.
        record New(Inserted inserted, Change change) implements Begun {}

        /// It is brought back, and everything of it changes with its links.
        record Returning(Held held, Change change) implements Begun {}
    }

    /// Adds the row of a new resource.
    ///
    /// @throws dev.rollcall.scim.error.ScimException 400 `invalidValue`, 409 `uniqueness`
    static Begun inserted(Writer writer, ResourceStore store, UUID id, Change change) {
        return new Begun.New(store.rows().insert(writer, id, change.attributes()), change);
    }

    /// Completes the resource by what it says of others, and records it.
    ///
    /// @throws dev.rollcall.scim.error.ScimException 400 `invalidValue`, 409 `uniqueness`
    ScimResource linked(Writer writer, Begun begun) {
        return switch (begun) {
            case Begun.New(var inserted, var change) -> {
                inserted.link(change.elements());
                events.created(writer, inserted);
                yield inserted.resource();
            }
            case Begun.Returning(var held, var change) ->
                events.changed(writer, held, held.change(change)).resource();
        };
    }
}
