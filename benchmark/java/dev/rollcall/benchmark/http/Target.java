package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A process that answers requests, and that of its database: `NAME=URL,PID,PID`. A name that begins with that of a
/// {@link Ceiling} is one.
public record Target(String name, String url, long pid, long databasePid) {
    // What Linux counts in, whatever the kernel's own clock is.
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;

    /// Reads one as it is named above.
    public static Target parse(String argument) {
        var equals = argument.indexOf('=');
        var rest = argument.substring(equals + 1).split(",", -1);
        return new Target(argument.substring(0, equals), rest[0], Long.parseLong(rest[1]), Long.parseLong(rest[2]));
    }

    /// What it is a ceiling of; empty for the service.
    Optional<Ceiling> ceiling() {
        return Arrays.stream(Ceiling.values())
                .filter(one -> name.startsWith(one.prefix()))
                .findAny();
    }

    boolean answers(Operation operation) {
        return ceiling().map(ceiling -> ceiling.answers(operation)).orElse(true);
    }

    /// The processor time that a process has taken, in microseconds.
    static long processorMicros(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
            return TimeUnit.SECONDS.toMicros(ticks) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new IllegalStateException("Process " + pid + " has ended", e);
        }
    }
}
