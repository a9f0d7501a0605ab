package dev.rollcall.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A process that a test has started and waits for.
///
/// @param name what errors call it
/// @param patience how long it may take for its start or its end
/// @param output all that it has said, for errors
public record StartedProcess(String name, Process process, Duration patience, Supplier<String> output) {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /// Waits until a condition holds.
    ///
    /// @throws AssertionError with its output if it ends before, or does not come to it in time
    public void awaitUntil(String what, BooleanSupplier condition) {
        awaitUntil(what, patience, condition);
    }

    /// Waits until a condition holds, for this long.
    ///
    /// @throws AssertionError with its output if it ends before, or does not come to it in time
    public void awaitUntil(String what, Duration longest, BooleanSupplier condition) {
        var deadline = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw failure("does not come to: " + what);
            }
            var _ = hasEndedWithin(PAUSE);
        }
    }

    /// Waits for its end.
    ///
    /// @return its exit code
    /// @throws AssertionError with its output if it does not end in time
    public int awaitEnd() {
        if (!hasEndedWithin(patience)) {
            throw failure("does not end");
        }
        return process.exitValue();
    }

    /// SIGTERM, as a service manager ends it; waits for its end.
    ///
    /// @return its exit code
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /// SIGKILL; waits for its end.
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Whether it runs.
    public boolean isRunning() {
        return process.isAlive();
    }

    private boolean hasEndedWithin(Duration longest) {
        try {
            return process.waitFor(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private AssertionError failure(String what) {
        return new AssertionError(name + " " + what + "\n" + output.get());
    }
}
