package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.time.UuidV7;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
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
    private final List<WriteGuard> guards;

    ProvisioningEvents(Sql sql, UuidV7 identifiers, Clock clock, @All List<WriteGuard> guards) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
        this.guards = guards;
    }

    /// Records that a resource was added.
    void created(Writer writer, Inserted inserted) {
        guarded(writer, EventKind.CREATED, inserted.resource());
        record(writer, EventKind.CREATED, inserted.resource(), inserted.remark());
    }

    /// Records that a resource was changed, where it was.
    ///
    /// @return the resource `after`
    ScimResource changed(Writer writer, Held held, ScimResource after) {
        var before = held.resource();
        if (after.meta().version() != before.meta().version() || held.remark().isPresent()) {
            var kind = EventKind.ofChange(before, after);
            guarded(writer, kind, after);
            record(writer, kind, after, held.remark());
        }
        return after;
    }

    /// Records that a resource was deleted, and that others changed thereby.
    void deleted(Writer writer, ScimResource resource, List<ScimResource> changed) {
        guards.forEach(guard -> guard.checkDeleted(writer, resource, changed));
        record(writer, EventKind.DELETED, resource, Optional.empty());
        var reason = Optional.of(resource.type().name() + " " + resource.id() + " was deleted");
        changed.forEach(other -> record(writer, EventKind.UPDATED, other, reason));
    }

    private void guarded(Writer writer, EventKind kind, ScimResource resource) {
        guards.forEach(guard -> guard.check(writer, kind, resource));
    }

    private void record(Writer writer, EventKind kind, ScimResource resource, Optional<String> remark) {
        var remarks = remarks(remark, writer.addresses().noted());
        var detail = detail(remarks, writer.tolerances().noted());
        detail.ifPresent(
                text -> LOG.debugf("%s %s %s: %s", resource.type().name(), resource.id(), kind.keyword(), text));
        sql.update(SqlText.of(
                "INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type, resource_id, kind,"
                        + " version, occurred, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''))",
                ResourceIds.bytes(identifiers.next()),
                ResourceIds.bytes(writer.organizationId()),
                ResourceIds.bytes(writer.connectionId()),
                resource.type().name(),
                ResourceIds.bytes(UUID.fromString(resource.id())),
                kind.keyword(),
                resource.meta().version(),
                clock.millis(),
                detail.orElse("")));
    }

    private static Optional<String> remarks(Optional<String> remark, Set<String> outside) {
        if (outside.isEmpty()) {
            return remark;
        }
        var domains = "outside the claimed domains: " + String.join(", ", outside);
        return Optional.of(remark.map(text -> domains + SEPARATOR + text).orElse(domains));
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
