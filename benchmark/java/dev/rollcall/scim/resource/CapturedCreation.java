package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.sql.Sql;
import dev.rollcall.time.UuidV7;
import java.time.Clock;
import java.util.UUID;

/// The steps of {@link ResourceService#create} without a database that could object.
public final class CapturedCreation {
    private final ProvisioningEvents events;

    /// Makes one whose events go where `sql` writes.
    public CapturedCreation(Sql sql, UuidV7 identifiers, Clock clock) {
        events = new ProvisioningEvents(sql, identifiers, clock);
    }

    /// Creates a resource from what a client would send. What is kept apart from it is left out.
    public void create(ProvisioningClient client, ResourceStore store, UUID id, ScimValue.Complex body) {
        var incoming = new ResourceReader(store.type(), client.tolerances()).read(body);
        var change = ResourceService.drafted(store, incoming);
        store.check(client, null, change.attributes());
        var stored = store.insert(client, id, change.attributes());
        events.record(client, EventKind.CREATED, stored.resource(), stored.remark());
    }
}
