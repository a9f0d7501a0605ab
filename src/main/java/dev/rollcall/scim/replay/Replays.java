package dev.rollcall.scim.replay;

import dev.rollcall.activity.Activity;
import dev.rollcall.activity.Difference;
import dev.rollcall.activity.Entry;
import dev.rollcall.activity.Outcome;
import dev.rollcall.activity.log.LoggedCall;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.refused.Attempt;
import dev.rollcall.scim.refused.RefusedCalls;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.resource.Writes;
import dev.rollcall.scim.resource.Written;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.Transactions;
import dev.rollcall.sql.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does refused calls again, as the connection is set up now and whatever version of the resource they were for. What
/// an identity provider's write has to pass, these pass.
@ApplicationScoped
public class Replays {
    private static final int UNAVAILABLE = 503;

    private final StoredCalls calls;
    private final Writes writes;
    private final Activity activity;
    private final RefusedCalls refusedCalls;
    private final Audit audit;
    private final Transactions transactions;

    Replays(
            StoredCalls calls,
            Writes writes,
            Activity activity,
            RefusedCalls refusedCalls,
            Audit audit,
            Transactions transactions) {
        this.calls = calls;
        this.writes = writes;
        this.activity = activity;
        this.refusedCalls = refusedCalls;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Why a recorded call cannot be done again, as a sentence that says what to do instead; empty where it can.
    ///
    /// @param sent what is kept of its body, as JSON
    public Optional<String> impossible(UUID organizationId, LoggedCall call, Optional<String> sent) {
        try {
            calls.required(organizationId, call, sent);
            return Optional.empty();
        } catch (RefusedException refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    /// What would come of doing the call now. Nothing is changed or recorded. Outside of transactions only.
    ///
    /// @param publicUrl under which clients reach the service, without a trailing slash
    /// @throws RefusedException if the organization has no such call, or it cannot be done
    /// @throws UnavailableException where the database is away
    public Performed rehearse(UUID organizationId, UUID id, String publicUrl) {
        var call = calls.required(organizationId, id);
        var trial = new Trial(call, call.writer(), new AtomicReference<>());
        try {
            return transactions.rehearse(() -> written(trial, publicUrl)).rehearsed();
        } catch (ScimException refusal) {
            return refused(trial, refusal);
        }
    }

    /// Does the call, and notes in the audit who had it done. Where it is refused again that is recorded as a refusal,
    /// and it is an answer like any other. Outside of transactions only.
    ///
    /// @param publicUrl under which clients reach the service, without a trailing slash
    /// @param frame runs work as one transaction, or has its answer already
    /// @param answer made of what came of it, within the transaction
    /// @throws RefusedException if the organization has no such call, or it cannot be done
    /// @throws UnavailableException where the database is away
    public <A> A replay(
            UUID organizationId,
            UUID id,
            String publicUrl,
            Function<Supplier<A>, A> frame,
            Function<Performed, A> answer) {
        var last = new AtomicReference<@Nullable Trial>();
        try {
            var answered = frame.apply(() -> {
                var call = calls.required(organizationId, id);
                var trial = new Trial(call, call.writer(), new AtomicReference<>());
                last.set(trial);
                return answer.apply(noted(call, written(trial, publicUrl)));
            });
            recordUnrecorded(last.get());
            return answered;
        } catch (ScimException refusal) {
            var trial = Objects.requireNonNull(last.get());
            var refused = refused(trial, refusal);
            var answered = frame.apply(() -> answer.apply(noted(trial.call(), refused)));
            refusedCalls.record(
                    trial.call().call(),
                    Attempt.of(trial.call().write()),
                    RefusedCalls.Reason.of(refusal),
                    trial.writer().tolerances().noted());
            return answered;
        }
    }

    /// One attempt at a call.
    ///
    /// @param unrecorded what is to be recorded when its transaction has ended
    private record Trial(StoredCall call, Writer writer, AtomicReference<@Nullable Entry> unrecorded) {}

    private void recordUnrecorded(@Nullable Trial trial) {
        var entry = trial == null ? null : trial.unrecorded().get();
        if (entry != null) {
            activity.recordLater(entry, null);
        }
    }

    private Performed written(Trial trial, String publicUrl) {
        var seen = new Seen();
        var write = trial.call().write();
        var written = activity.before(seen, () -> writes.run(trial.writer(), write, publicUrl + ScimPaths.BASE));
        trial.unrecorded().set(seen.unrecorded());
        var type = write.store().type();
        var differences = switch (written) {
            case Written.Resource resource -> ValueDifferences.between(type, resource.before(), resource.resource());
            case Written.Gone gone -> ValueDifferences.between(type, gone.before(), null);
        };
        return Performed.of(trial.call().call(), seen.entry(), differences, seen.id());
    }

    private static Performed refused(Trial trial, ScimException refusal) {
        if (refusal.status() == UNAVAILABLE) {
            throw new UnavailableException("The service cannot do this now");
        }
        var outcome = Outcome.refused(
                refusal.status(),
                refusal.scimType().map(ScimType::keyword).orElse(null),
                refusal.detail(),
                trial.writer().tolerances().noted().stream()
                        .map(Tolerance::keyword)
                        .toList());
        var call = trial.call();
        return Performed.of(
                call.call(), new Entry(call.call(), outcome, call.subject(), Difference.NONE), List.of(), null);
    }

    private Performed noted(StoredCall call, Performed performed) {
        var outcome = performed.outcome();
        audit.note(new Change(
                call.call().organizationId(),
                "activity.replayed",
                call.id().toString(),
                performed.method() + " " + performed.path(),
                Map.of(),
                Map.of("result", outcome.result().keyword(), "status", outcome.status())));
        return performed;
    }
}
