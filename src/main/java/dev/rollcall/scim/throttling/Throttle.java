package dev.rollcall.scim.throttling;

import dev.rollcall.fairness.Fairness;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.throttling.Verdict.Admitted;
import dev.rollcall.scim.throttling.Verdict.Refused;
import dev.rollcall.sql.Sql;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Counts requests and decides which are too many. Nothing here blocks the caller but {@link #weigh}.
///
/// A count that cannot be had refuses nobody: the limits spare the database, and while that is away there is
/// nothing to spare; what needs it is refused by itself.
@ApplicationScoped
public class Throttle {
    private static final int TOO_MANY_REQUESTS = 429;

    private final RateLimits limits;
    private final Buckets buckets;
    private final MeterRegistry meters;
    private final CurrentAllowance current;
    private final Fairness fairness;

    Throttle(
            RateLimits limits,
            Sql sql,
            ExecutorService workers,
            Clock clock,
            MeterRegistry meters,
            CurrentAllowance current,
            Fairness fairness) {
        this.limits = limits;
        this.buckets = new Buckets(sql, workers, clock);
        this.meters = meters;
        this.current = current;
        this.fairness = fairness;
    }

    /// Counts the current request, which was counted as one so far, as so many operations. Where they are too many it
    /// is not counted at all, so that who sends it again and again does not use up what it waits for. Blocks while
    /// the database is asked, and for the pause before a refusal.
    ///
    /// @throws ScimException 429
    public void weigh(ProvisioningClient client, int operations) {
        if (operations <= 1) {
            return;
        }
        var verdict = decide(client, operations - 1L).join();
        current.note(verdict);
        verdict.refusal().ifPresent(refused -> {
            giveBack(client);
            fairness.afterPause(refused).join();
            throw refusal(refused, " This bulk request counts as " + operations + ".");
        });
    }

    private void giveBack(ProvisioningClient client) {
        for (var key : limits.of(client)) {
            var _ = buckets.giveBack(key, 1).exceptionally(_ -> null);
        }
    }

    /// Counts a request that was served, after what it has taken: for more than one request, which is owed where it is
    /// not there.
    void charge(ProvisioningClient client, long weight) {
        for (var key : weight > 0 ? limits.of(client) : List.<BucketKey>of()) {
            var _ = buckets.owe(key, weight).exceptionally(_ -> 0L);
        }
    }

    /// Whether the client may send what counts as so many requests. Never fails.
    CompletableFuture<Verdict> decide(ProvisioningClient client, long weight) {
        var keys = limits.of(client);
        if (keys.isEmpty()) {
            return CompletableFuture.completedFuture(Admitted.UNCOUNTED);
        }
        var verdict = count(keys, weight);
        return verdict.isDone() && !verdict.isCompletedExceptionally()
                ? verdict
                : verdict.exceptionally(_ -> {
                    meters.counter("rollcall.throttled.uncounted").increment();
                    return Admitted.UNCOUNTED;
                });
    }

    private CompletableFuture<Verdict> count(List<BucketKey> keys, long weight) {
        var counted = CompletableFuture.completedFuture(Admitted.UNCOUNTED);
        for (var key : keys) {
            counted = counted.thenCompose(before -> switch (before) {
                case Refused refused -> CompletableFuture.completedFuture(refused);
                case Admitted(var standings) -> count(key, weight).thenApply(own -> with(standings, own));
            });
        }
        return counted;
    }

    private static Verdict with(List<Standing> before, Verdict own) {
        if (own instanceof Refused) {
            return own;
        }
        var all = new ArrayList<>(before);
        all.addAll(own.standings());
        return new Admitted(all);
    }

    private CompletableFuture<Verdict> count(BucketKey key, long weight) {
        var required = key.limit().required(weight);
        var counted = buckets.take(key, required);
        return required == weight
                ? counted.thenApply(probe -> verdict(key, probe, 0))
                : counted.thenCompose(probe -> probe.isConsumed()
                        ? buckets.owe(key, weight - required).thenApply(_ -> verdict(key, probe, weight - required))
                        : CompletableFuture.completedFuture(verdict(key, probe, 0)));
    }

    private Verdict verdict(BucketKey key, ConsumptionProbe probe, long owed) {
        if (!probe.isConsumed()) {
            meters.counter("rollcall.throttled.requests", "limit", key.kind().text())
                    .increment();
            return new Refused(new Standing(key, 0, Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
        }
        var remaining = probe.getRemainingTokens() - owed;
        var missing = key.limit().burst() - remaining;
        return new Admitted(List.of(new Standing(
                key, Math.max(0, remaining), Math.ceilDiv(missing, key.limit().perSecond()))));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    /// The answer to a refused request.
    static ScimException refusal(Refused refused, long weight) {
        return refusal(refused, weight > 1 ? " Because of its body this request counts as " + weight + "." : "");
    }

    private static ScimException refusal(Refused refused, String weight) {
        var bucket = refused.standing().bucket();
        var whose = switch (bucket.kind()) {
            case ORGANIZATION -> "The organization";
            case CREDENTIAL -> "This bearer token";
        };
        return ScimException.status(
                TOO_MANY_REQUESTS,
                "%s has sent too many requests: it may send %d a second, and %d at once after a rest.%s Try again in %d s."
                        .formatted(
                                whose,
                                bucket.limit().perSecond(),
                                bucket.limit().burst(),
                                weight,
                                refused.standing().seconds()));
    }
}
