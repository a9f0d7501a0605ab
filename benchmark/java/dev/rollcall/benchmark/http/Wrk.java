package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Sends requests with `wrk`.
///
/// @param folder what `benchmark/wrk/requests.lua` reads
/// @param databasePid the process of the database, whose processor time is measured, too
record Wrk(Path folder, long databasePid) {
    private static final String SCRIPT = "benchmark/wrk/requests.lua";
    private static final String RESULT = "RESULT ";

    /// What came of one run.
    ///
    /// @param serviceMicros processor time of the service for one request
    /// @param databaseMicros processor time of the database for one request
    record Run(
            long requests,
            double perSecond,
            double medianMillis,
            double p99Millis,
            long errors,
            double serviceMicros,
            double databaseMicros) {}

    /// Sends requests of a kind for some seconds.
    ///
    /// @param variant another number for every run
    Run run(Operation operation, Target target, int seconds, int variant) throws IOException, InterruptedException {
        var service = Target.processorMicros(target.pid());
        var database = Target.processorMicros(databasePid);
        var result = result(List.of(
                "wrk",
                "-t1",
                "-c" + operation.connections(),
                "-d" + seconds + "s",
                "--timeout",
                "30s",
                "-s",
                SCRIPT,
                target.url(),
                "--",
                operation.key(),
                folder.toString(),
                Integer.toString(variant)));
        var requests = Math.max(1, result[0]);
        return new Run(
                result[0],
                result[0] * 1e6 / result[1],
                result[2] / 1e3,
                result[3] / 1e3,
                result[4],
                (double) (Target.processorMicros(target.pid()) - service) / requests,
                (double) (Target.processorMicros(databasePid) - database) / requests);
    }

    private static long[] result(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !output.contains(RESULT)) {
            throw new IllegalStateException(command + " failed: " + output);
        }
        var line = output.substring(output.indexOf(RESULT) + RESULT.length()).strip();
        var fields = List.of(line.split("\\s+", -1));
        return fields.stream().mapToLong(Long::parseLong).toArray();
    }
}
