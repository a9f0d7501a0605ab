package dev.rollcall.resilience.galera;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writers that go on until they are stopped or one of them fails.
final class Load implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    private Load() {}

    static Load start(List<Writer> writers) {
        var load = new Load();
        writers.forEach(writer -> load.threads.add(Thread.ofVirtual().start(() -> load.run(writer))));
        return load;
    }

    private void run(Writer writer) {
        try {
            while (!stopped) {
                writer.step();
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /// Lets every writer end its step and waits for that.
    ///
    /// @throws AssertionError if one of them has failed
    void stop() throws InterruptedException {
        stopped = true;
        for (var thread : threads) {
            thread.join();
        }
        check();
    }

    /// @throws AssertionError if a writer has failed
    void check() {
        if (failure.get() != null) {
            throw new AssertionError("A writer failed", failure.get());
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
