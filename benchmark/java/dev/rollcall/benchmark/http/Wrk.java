package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Sends requests with `wrk`.
///
/// @param script what makes the requests, and says in the end how many there were
/// @param folder what it reads
public record Wrk(String script, Path folder) {
    /// The names of what {@link Run#asCsv} tells.
    public static final String COLUMNS =
            "requests,requests per second,median ms,p99 ms,errors,service processor us," + "database processor us";

    private static final String RESULT = "RESULT ";

    /// What came of one run.
    ///
    /// @param serviceMicros processor time of the service for one request
    /// @param databaseMicros processor time of the database for one request
    public record Run(
            long requests,
            double perSecond,
            double medianMillis,
            double p99Millis,
            long errors,
            double serviceMicros,
            double databaseMicros) {
        /// All of it, as cells of a table.
        public String asCsv() {
            return String.format(
                    Locale.ROOT,
                    "%d,%.1f,%.3f,%.3f,%d,%.1f,%.1f",
                    requests,
                    perSecond,
                    medianMillis,
                    p99Millis,
                    errors,
                    serviceMicros,
                    databaseMicros);
        }
    }

    /// Sends requests for some seconds.
    ///
    /// @param kind what the script sends
    /// @param variant another number for every run
    public Run run(Target target, int connections, int seconds, String kind, int variant)
            throws IOException, InterruptedException {
        var service = Target.processorMicros(target.pid());
        var database = Target.processorMicros(target.databasePid());
        var result = result(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "30s",
                "-s",
                script,
                target.url(),
                "--",
                kind,
                folder.toString(),
                Integer.toString(variant),
                target.name()));
        var requests = Math.max(1, result[0]);
        return new Run(
                result[0],
                result[0] * 1e6 / result[1],
                result[2] / 1e3,
                result[3] / 1e3,
                result[4],
                (double) (Target.processorMicros(target.pid()) - service) / requests,
                (double) (Target.processorMicros(target.databasePid()) - database) / requests);
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
