package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ElementOperations;
import dev.rollcall.scim.patch.PatchEngine;
import dev.rollcall.scim.patch.PatchReader;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import java.util.List;
import java.util.function.Predicate;

/// Reads what clients send about the resources of a store, in the mode of their connection.
///
/// @param baseUri the base URI of the service, without a trailing slash
public record RequestBodies(ProvisioningClient client, ResourceStore store, String baseUri) {

    /// A PATCH body: what it makes of a resource, and which attributes, each seen as a whole, it is about.
    public record Patch(Modification modification, Predicate<ResolvedAttribute> mentions) {}

    /// Reads the body of a create or replace request.
    ///
    /// @throws dev.rollcall.scim.error.ScimException as {@link ResourceReader#read}
    public Incoming incoming(ScimValue.Complex body) {
        return new ResourceReader(store.type(), client.tolerances()).read(body);
    }

    /// Reads the body of a PATCH request.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidSyntax`, `invalidPath`, `invalidFilter`
    public Patch patch(ScimValue.Complex body) {
        var operations = new PatchReader(client.tolerances()).read(body);
        var engine = new PatchEngine(store.type(), client.tolerances());
        var split = store.apart()
                .map(apart -> new ElementOperations(store.type(), apart, client.tolerances()).split(operations))
                .orElseGet(() -> new ElementOperations.Split(operations, List.of()));
        var mentions = engine.mentions(split.others());
        var assigned = engine.assigns(split.others());
        var standIns = new StandIns(Change.writeOnly(store.type()));
        return new Patch(
                before -> {
                    var shown = whole(before, mentions).representation(baseUri);
                    var patched = engine.apply(standIns.addedTo(before.attributes()), split.others(), shown);
                    var after = store.defaults().kept(before.attributes(), patched);
                    var attributes = store.settled(before.attributes(), standIns.removedFrom(after), assigned);
                    return new Change(attributes, standIns.missing(after), split.changes(), baseUri);
                },
                engine.mentions(operations));
    }

    private ScimResource whole(ScimResource resource, Predicate<ResolvedAttribute> wanted) {
        return store.withDerived(client.organizationId(), List.of(resource), wanted, baseUri)
                .getFirst();
    }
}
