package dev.rollcall.scim.throttling;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Whether the table can be asked. While it cannot, one request a second finds out whether it can again, and no
/// other waits.
final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long NONE = 0;

    private final AtomicLong nextTryNanos = new AtomicLong(NONE);

    /// Whether the caller may ask; it notes the outcome then.
    boolean mayAsk() {
        var next = nextTryNanos.get();
        if (next == NONE) {
            return true;
        }
        var now = System.nanoTime();
        return now - next >= 0 && nextTryNanos.compareAndSet(next, later(now));
    }

    void noteOutcome(@Nullable Throwable failure) {
        if (failure == null) {
            if (nextTryNanos.getAndSet(NONE) != NONE) {
                LOG.info("Requests are counted again");
            }
        } else if (nextTryNanos.getAndSet(later(System.nanoTime())) == NONE) {
            LOG.warnf("Requests are not counted over all replicas, and none is refused for that: %s", failure);
        }
    }

    private static long later(long now) {
        var next = now + PAUSE_NANOS;
        return next == NONE ? 1 : next;
    }
}
