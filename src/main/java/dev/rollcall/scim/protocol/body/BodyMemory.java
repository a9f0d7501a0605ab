package dev.rollcall.scim.protocol.body;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.BodiesConfig;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/// The memory that large request bodies share, so that many of them at once, or one with more in it than its
/// length tells, cannot take all there is. What a body takes is estimated as it is read, and free again when
/// its request ends. Small bodies are not counted.
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

    private final int all;
    private final Semaphore free;

    BodyMemory(BodiesConfig config) {
        var bytes = config.memory()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE);
        this.all = Math.toIntExact(Math.max(1, bytes / UNIT));
        this.free = new Semaphore(all, true);
    }

    /// The part of one body, which is given back when the request ends. Where its length tells that it is
    /// large, this waits until there is room for it.
    ///
    /// @param length its length in bytes, where it is announced
    /// @throws ScimException 503 where there is no room in time
    Part part(@Nullable Long length) {
        var part = new Part();
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

    private static ScimException noRoom() {
        return ScimException.unavailable("The service is reading too many large bodies");
    }

    /// What one body takes.
    final class Part {
        private final AtomicInteger taken = new AtomicInteger();
        private long used;

        private void await(int units) {
            try {
                if (free.tryAcquire(units, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    taken.addAndGet(units);
                    return;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            throw noRoom();
        }

        /// Counts what was read of the body.
        ///
        /// @throws ScimException 413 where it takes more than there is for all bodies together, 503 where
        /// others have taken it
        void use(long bytes) {
            used += bytes;
            var missing = used <= UNCOUNTED ? 0 : units(used) - taken.get();
            if (missing <= 0) {
                return;
            }
            if (units(used) > all) {
                throw ScimException.status(413, "The body holds more values than the service can take at once");
            }
            if (!free.tryAcquire((int) missing)) {
                throw noRoom();
            }
            taken.addAndGet((int) missing);
        }

        private void giveBack() {
            free.release(taken.getAndSet(0));
        }
    }
}
