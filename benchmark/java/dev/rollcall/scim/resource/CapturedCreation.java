package dev.rollcall.scim.resource;

import dev.rollcall.activity.CapturedActivity;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.sql.Sql;
import dev.rollcall.time.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The steps of {@link Writes#run} without a database that could object.
public final class CapturedCreation {
    private final ProvisioningEvents events;

    /// Makes one whose events go where `sql` writes.
    public CapturedCreation(Sql sql, UuidV7 identifiers, Clock clock) {
        events = new ProvisioningEvents(new CapturedActivity(sql, identifiers, clock), List.of());
    }

    /// Creates a resource from what a client would send. What is kept apart from it is left out.
    public void create(ProvisioningClient client, ResourceStore store, UUID id, ScimValue.Complex body) {
        var writer = Writer.of(client);
        var change = Creation.drafted(store, Bodies.incoming(store, writer.tolerances(), body));
        store.rules().check(writer, null, change.attributes());
        events.created(writer, store.rows().insert(writer, id, change.attributes()));
    }
}
