package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Records what requests do, in the transaction that does it: either both last or neither. The table is also
/// the outbox from which events are published.
@ApplicationScoped
class ProvisioningEvents {
    private static final int MAX_DETAIL = 4_000;

    private static final Logger LOG = Logger.getLogger(ProvisioningEvents.class);

    private final Sql sql;
    private final UuidV7 identifiers;
    private final Clock clock;

    ProvisioningEvents(Sql sql, UuidV7 identifiers, Clock clock) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Records one event.
    ///
    /// @param detail what else there is to say of the request
    void record(ProvisioningClient client, EventKind kind, ScimResource resource, Optional<String> detail) {
        detail.ifPresent(text ->
                LOG.debugf("%s %s %s: %s", resource.type().name(), resource.id(), kind.keyword(), fitting(text)));
        sql.update(SqlText.of(
                "INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type, resource_id, kind,"
                        + " version, occurred, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''))",
                ResourceIds.bytes(identifiers.next()),
                ResourceIds.bytes(client.organizationId()),
                ResourceIds.bytes(client.connectionId()),
                resource.type().name(),
                ResourceIds.bytes(UUID.fromString(resource.id())),
                kind.keyword(),
                resource.meta().version(),
                clock.millis(),
                detail.map(ProvisioningEvents::fitting).orElse("")));
    }

    private static String fitting(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + " …";
    }
}
