package dev.rollcall.scim.resource;

import dev.rollcall.activity.Activity;
import dev.rollcall.activity.Difference;
import dev.rollcall.activity.Entry;
import dev.rollcall.activity.Extent;
import dev.rollcall.activity.Outcome;
import dev.rollcall.activity.Result;
import dev.rollcall.activity.Subject;
import dev.rollcall.scim.schema.Differences;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Records what requests do, in the transaction that does it: either both last or neither. The table is also
/// the outbox from which events are published.
@ApplicationScoped
class ProvisioningEvents {
    private static final int MAX_DETAIL = 4_000;
    private static final String CUT = " …";
    private static final String SEPARATOR = "; ";
    private static final int CREATED = 201;
    private static final int DONE = 200;
    private static final int GONE = 204;
    // What was sent, and is not in the resource.
    private static final Set<Tolerance> PASSED_OVER = EnumSet.of(
            Tolerance.UNKNOWN_ATTRIBUTE, Tolerance.UNKNOWN_MEMBER, Tolerance.FOREIGN_PATH, Tolerance.ABSENT_MEMBER);

    private static final Logger LOG = Logger.getLogger(ProvisioningEvents.class);

    private final Activity activity;
    private final List<WriteGuard> guards;

    ProvisioningEvents(Activity activity, @All List<WriteGuard> guards) {
        this.activity = activity;
        this.guards = guards;
    }

    /// What a change came to.
    ///
    /// @param before the resource as it was
    /// @param unrecorded what is to be recorded once the transaction has ended, since nothing changed; else null
    record Changed(
            ScimResource resource,
            ScimResource before,
            @Nullable Entry unrecorded) {}

    /// Records that a resource was added.
    void created(Writer writer, Inserted inserted) {
        var difference = new Difference(List.of(), inserted.added(), 0);
        record(writer, outcome(writer, Result.CREATED, inserted.remark()), inserted.resource(), difference);
        // Last: a guard that asks the database sends what was written, and the event with it.
        guarded(writer, EventKind.CREATED, inserted.resource());
    }

    /// Records that a resource was changed, where it was.
    Changed changed(Writer writer, Held held, ScimResource after) {
        var before = held.resource();
        if (after.meta().version() == before.meta().version()) {
            var unchanged = outcome(writer, Result.UNCHANGED, held.remark());
            return new Changed(after, before, new Entry(writer.call(), unchanged, subject(after), Difference.NONE));
        }
        var kind = EventKind.ofChange(before, after);
        record(writer, outcome(writer, Result.valueOf(kind.name()), held.remark()), after, difference(held, after));
        guarded(writer, kind, after);
        return new Changed(after, before, null);
    }

    /// Records what changed nothing, once its transaction has ended.
    void ended(Changed changed) {
        if (changed.unrecorded() != null) {
            activity.recordLater(changed.unrecorded(), null);
        }
    }

    /// Records that a resource was deleted, and that others changed thereby.
    void deleted(Writer writer, ScimResource resource, List<ScimResource> changed) {
        guards.forEach(guard -> guard.checkDeleted(writer, resource, changed));
        record(writer, outcome(writer, Result.DELETED, Optional.empty()), resource, Difference.NONE);
        var reason = Optional.of(resource.type().name() + " " + resource.id() + " was deleted");
        changed.forEach(
                other -> record(writer, beside(outcome(writer, Result.UPDATED, reason)), other, Difference.NONE));
    }

    private static Difference difference(Held held, ScimResource after) {
        var names = new LinkedHashSet<>(Differences.between(held.resource().attributes(), after.attributes()));
        names.addAll(held.otherSecrets());
        return new Difference(List.copyOf(names), held.added(), held.removed());
    }

    private void guarded(Writer writer, EventKind kind, ScimResource resource) {
        guards.forEach(guard -> guard.check(writer, kind, resource));
    }

    private void record(Writer writer, Outcome outcome, ScimResource resource, Difference difference) {
        if (outcome.sentence() != null) {
            LOG.debugf(
                    "%s %s %s: %s",
                    resource.type().name(), resource.id(), outcome.result().keyword(), outcome.sentence());
        }
        activity.record(new Entry(writer.call(), outcome, subject(resource), difference));
    }

    private static Subject subject(ScimResource resource) {
        return new Subject(
                resource.type().name(),
                UUID.fromString(resource.id()),
                name(resource.attributes()).orElse(null),
                resource.meta().version());
    }

    /// What people call a resource with these attributes.
    private static Optional<String> name(ScimValue.Complex attributes) {
        return List.of("userName", "displayName").stream()
                .map(attributes::find)
                .filter(ScimValue.Text.class::isInstance)
                .map(text -> ((ScimValue.Text) text).value())
                .findFirst();
    }

    private static Outcome outcome(Writer writer, Result result, Optional<String> remark) {
        var noted = writer.tolerances().noted();
        var detail = detail(remarks(remark, writer.addresses().noted()), noted);
        return Outcome.done(
                result,
                status(result),
                detail.orElse(null),
                noted.stream().map(Tolerance::keyword).toList(),
                Collections.disjoint(noted, PASSED_OVER) ? Extent.WHOLE : Extent.PARTIAL);
    }

    private static Outcome beside(Outcome outcome) {
        return Outcome.done(
                outcome.result(), outcome.status(), outcome.sentence(), outcome.tolerances(), Extent.BESIDE);
    }

    // What the answer to a change shows is decided later, and with it whether there is anything to show.
    private static int status(Result result) {
        return switch (result) {
            case CREATED -> CREATED;
            case DELETED -> GONE;
            case UPDATED, UNCHANGED, DISABLED, ENABLED, REFUSED -> DONE;
        };
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
