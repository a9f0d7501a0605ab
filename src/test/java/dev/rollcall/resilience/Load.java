package dev.rollcall.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Writers that go on until they are stopped, each with resources of its own and with one request at a time,
/// which goes to another service every time.
public final class Load implements AutoCloseable {
    private static final long BETWEEN_STEPS_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final List<ScimClient> clients;
    private final Ledger ledger;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    /// A writer.
    ///
    /// @param prefix of the names of all users it creates
    /// @param group that it replaces, where that is what it does
    /// @param pool the users of whom two thirds are members of the group, now these, now those
    public record Writer(Writing kind, String prefix, String group, List<String> pool) {
        public Writer {
            pool = List.copyOf(pool);
        }

        /// One that has no group.
        public static Writer of(Writing kind, String prefix) {
            return new Writer(kind, prefix, "", List.of());
        }

        /// The members that the group has after a step.
        List<String> members(int step) {
            var third = pool.size() / 3;
            return step % 2 == 0 ? pool.subList(0, 2 * third) : pool.subList(third, 3 * third);
        }
    }

    private Load(List<ScimClient> clients, Ledger ledger) {
        this.clients = List.copyOf(clients);
        this.ledger = ledger;
    }

    /// Begins.
    public static Load start(List<ScimClient> clients, Ledger ledger, List<Writer> writers) {
        var load = new Load(clients, ledger);
        for (var i = 0; i < writers.size(); i++) {
            var number = i;
            load.threads.add(Thread.ofVirtual().start(() -> load.run(number, writers.get(number))));
        }
        return load;
    }

    private void run(int number, Writer writer) {
        try {
            for (var step = 1; !stopped; step++) {
                writer.kind().step(clients.get((number + step) % clients.size()), ledger, names(writer, step));
                LockSupport.parkNanos(BETWEEN_STEPS_NANOS);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private static Writing.Names names(Writer writer, int step) {
        return new Writing.Names() {
            @Override
            public String fresh() {
                return writer.prefix() + "-" + step;
            }

            @Override
            public String group() {
                return writer.group();
            }

            @Override
            public List<String> members() {
                return writer.members(step);
            }
        };
    }

    /// Lets every writer end its step and waits for that.
    ///
    /// @throws AssertionError if one of them met an answer that nobody expects
    public void stop() {
        stopped = true;
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        check();
    }

    /// Fails where a writer has failed.
    public void check() {
        if (failure.get() != null) {
            throw new AssertionError("A writer failed", failure.get());
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
