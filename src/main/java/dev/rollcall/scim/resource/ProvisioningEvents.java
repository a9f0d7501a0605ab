package dev.rollcall.scim.resource;

import dev.rollcall.scim.persistence.ResourceIds;
import dev.rollcall.scim.persistence.Sql;
import dev.rollcall.scim.persistence.SqlText;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Records what requests do, in the transaction that does it: either both last or neither. The table is also
/// the outbox from which events are published.
@ApplicationScoped
class ProvisioningEvents {
    private static final int MAX_DETAIL = 4_000;
    private static final String CUT = " …";
    private static final String SEPARATOR = "; ";

    private static final Logger LOG = Logger.getLogger(ProvisioningEvents.class);

    private final Sql sql;
    private final UuidV7 identifiers;
    private final Clock clock;

    ProvisioningEvents(Sql sql, UuidV7 identifiers, Clock clock) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Records one event, with the names of the tolerances that its request needed so far.
    ///
    /// @param remark what else there is to say of the request
    void record(ProvisioningClient client, EventKind kind, ScimResource resource, Optional<String> remark) {
        var detail = detail(remark, client.tolerances().noted());
        detail.ifPresent(
                text -> LOG.debugf("%s %s %s: %s", resource.type().name(), resource.id(), kind.keyword(), text));
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
                detail.orElse("")));
    }

    /// The names last, and whole: a remark that is too long loses its own end.
    static Optional<String> detail(Optional<String> remark, Set<Tolerance> noted) {
        if (noted.isEmpty()) {
            return remark.map(text -> fitting(text, MAX_DETAIL));
        }
        var forgiven = "forgiven " + Tolerance.keywords(noted);
        var room = MAX_DETAIL - SEPARATOR.length() - forgiven.length();
        return Optional.of(
                remark.map(text -> fitting(text, room) + SEPARATOR + forgiven).orElse(forgiven));
    }

    private static String fitting(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - CUT.length()) + CUT;
    }
}
