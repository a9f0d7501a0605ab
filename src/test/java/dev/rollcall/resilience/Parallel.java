package dev.rollcall.resilience;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Work that many do at the same moment.
final class Parallel {
    private Parallel() {}

    /// Runs `work` for each number from 0 to below `count`, all at once.
    ///
    /// @return the results by number
    static <T> List<T> run(int count, IntFunction<T> work) {
        var barrier = new CyclicBarrier(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> {
                        barrier.await();
                        return work.apply(number);
                    }))
                    .toList();
            return running.stream().map(Parallel::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
