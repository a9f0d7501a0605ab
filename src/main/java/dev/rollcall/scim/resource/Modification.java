package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ElementOperations;
import dev.rollcall.scim.patch.PatchEngine;
import dev.rollcall.scim.patch.PatchOperation;
import dev.rollcall.scim.patch.PatchReader;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.RowAttribute;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/// The operations of a PATCH request on resources of a store. They can be asked again, for a later version of the
/// same resource.
final class Modification {
    private final ResourceStore store;
    private final UUID organizationId;
    private final String baseUri;
    private final PatchEngine engine;
    private final List<PatchOperation> operations;
    private final ElementOperations.Split split;
    private final Predicate<ResolvedAttribute> mentionedInRow;
    private final Predicate<ResolvedAttribute> assigned;

    /// @param baseUri what references begin with, without a trailing slash
    /// @throws dev.rollcall.scim.error.ScimException `invalidSyntax`, `invalidPath`, `invalidFilter`
    Modification(Writer writer, ResourceStore store, String baseUri, ScimValue.Complex body) {
        this.store = store;
        this.organizationId = writer.organizationId();
        this.baseUri = baseUri;
        operations = new PatchReader(writer.tolerances()).read(body);
        engine = new PatchEngine(store.type(), writer.tolerances());
        split = store.rowAttribute()
                .map(RowAttribute::attribute)
                .map(rows -> new ElementOperations(store.type(), rows, writer.tolerances()).split(operations))
                .orElseGet(() -> new ElementOperations.Split(operations, List.of()));
        mentionedInRow = engine.mentions(split.others());
        assigned = engine.assigns(split.others());
    }

    /// The attributes, each seen as a whole, that the operations are about.
    Predicate<ResolvedAttribute> mentioned() {
        return engine.mentions(operations);
    }

    /// The change to `before`.
    ///
    /// @throws dev.rollcall.scim.error.ScimException with the keywords of RFC 7644 Table 9
    Change of(ScimResource before) {
        var standIns = new StandIns(Change.writeOnly(store.type()));
        var shown = store.withDerived(organizationId, List.of(before), mentionedInRow, baseUri)
                .getFirst()
                .representation(baseUri);
        var patched = engine.apply(standIns.addedTo(before.attributes()), split.others(), shown);
        var after = store.rules().defaults().kept(before.attributes(), patched);
        var settled = store.rules().settled(before.attributes(), standIns.removedFrom(after), assigned);
        return new Change(settled, standIns.missing(after), split.changes(), baseUri);
    }
}
