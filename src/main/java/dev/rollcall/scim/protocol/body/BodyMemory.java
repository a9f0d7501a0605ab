package dev.rollcall.scim.protocol.body;

import dev.rollcall.fairness.Crowd;
import dev.rollcall.fairness.Outcome;
import dev.rollcall.fairness.Party;
import dev.rollcall.fairness.Places;
import dev.rollcall.fairness.Visit;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.BodiesConfig;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/// The memory that large request bodies share, so that many of them at once, or one with more in it than its
/// length tells, cannot take all there is. What a body takes is estimated as it is read, and free again when
/// its request ends. Small bodies are not counted. One organization may take three quarters of it, and what is left
/// is for those that take little.
@ApplicationScoped
public class BodyMemory {
    /// What a body may take without being counted.
    static final int UNCOUNTED = 512 * 1024;

    private static final int UNIT = 64 * 1024;
    /// What a body takes once it is read, in its length: members of a group take that much.
    private static final int TIMES_ITS_LENGTH = 4;
    /// Of the heap.
    private static final int SHARE = 3;

    private static final int LONGEST_WAIT_SECONDS = 10;
    private static final int MOST_WAITING = 100;
    private static final int RESERVE = 4;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int all;
    private final Places<Party> free;

    BodyMemory(BodiesConfig config) {
        var bytes = config.memory()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE);
        this.all = Math.toIntExact(Math.max(1, bytes / UNIT));
        this.free = new Places<>(all, all / RESERVE, MOST_WAITING);
    }

    /// The part of one body, which is given back when the request ends. Where its length tells that it is
    /// large, this waits until there is room for it.
    ///
    /// @param length its length in bytes, where it is announced
    /// @throws ScimException 429 where there is no room in time and its own organization takes most of it, 503
    /// where others do
    Part part(@Nullable Long length) {
        var part = new Part(Visit.currentParty());
        // When nobody works on the request any more. Its client may be gone long before that, even before this.
        CurrentRequestManager.get().registerCompletionCallback(_ -> part.giveBack());
        var expected = length == null ? 0 : length * TIMES_ITS_LENGTH;
        if (expected > UNCOUNTED) {
            part.await((int) Math.min(all, units(expected)));
        }
        return part;
    }

    private static long units(long bytes) {
        return (bytes + UNIT - 1) / UNIT;
    }

    private ScimException noRoom(Party party) {
        return free.held(party) * 2 > free.taken()
                ? ScimException.status(
                        TOO_MANY_REQUESTS,
                        "The organization has sent too many large bodies at once: send one after the other. Try again in "
                                + Crowd.RETRY_AFTER_SECONDS + " s.")
                : ScimException.unavailable("The service is reading too many large bodies");
    }

    /// What one body takes.
    final class Part {
        private final Party party;
        private final Deque<Places<Party>.Turn> turns = new ConcurrentLinkedDeque<>();
        private final AtomicInteger taken = new AtomicInteger();
        private long used;

        private Part(Party party) {
            this.party = party;
        }

        private void await(int units) {
            take(units, LONGEST_WAIT_SECONDS);
        }

        private void take(int units, int seconds) {
            var turn = free.ask(party, units, taken.get());
            turns.add(turn);
            if (seconds == 0) {
                turn.late();
            }
            var how = turn.outcome()
                    .copy()
                    .completeOnTimeout(Outcome.LATE, seconds, TimeUnit.SECONDS)
                    .join();
            if (how != Outcome.TAKEN) {
                turn.leave();
                throw noRoom(party);
            }
            taken.addAndGet(units);
        }

        /// Counts what was read of the body.
        ///
        /// @throws ScimException 413 where it takes more than there is for all bodies together, 429 where
        /// its own organization has taken it, 503 where others have
        void use(long bytes) {
            used += bytes;
            var missing = used <= UNCOUNTED ? 0 : units(used) - taken.get();
            if (missing <= 0) {
                return;
            }
            if (units(used) > all) {
                throw ScimException.status(413, "The body holds more values than the service can take at once");
            }
            take((int) missing, 0);
        }

        private void giveBack() {
            turns.forEach(Places.Turn::leave);
        }
    }
}
