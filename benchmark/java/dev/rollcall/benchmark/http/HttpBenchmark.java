package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures requests in interleaved rounds and writes `http.csv`: `HttpBenchmark ROUNDS SECONDS WARM-UP FOLDER
/// RESULT-FILE JDBC-URL TOKEN NAME=URL,PID,DATABASE-PID...`. Names may be those of a {@link Ceiling}; all
/// processes are on the one database, which holds nothing but an organization. User and password come from the
/// environment, as for the service.
public final class HttpBenchmark {
    private static final int FIXED = 7;
    private static final String SCRIPT = "benchmark/wrk/requests.lua";

    private final int rounds;
    private final int seconds;
    private final int warmUp;
    private final Wrk wrk;
    private final List<Target> targets;
    private final StringBuilder csv = new StringBuilder("request,target,round," + Wrk.COLUMNS + "\n");
    private int variant;

    private HttpBenchmark(String[] arguments) {
        rounds = Integer.parseInt(arguments[0]);
        seconds = Integer.parseInt(arguments[1]);
        warmUp = Integer.parseInt(arguments[2]);
        wrk = new Wrk(SCRIPT, Path.of(arguments[3]));
        targets = Arrays.stream(arguments).skip(FIXED).map(Target::parse).toList();
    }

    /// Runs the command.
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var benchmark = new HttpBenchmark(arguments);
        benchmark.prepare(arguments[5], arguments[6]);
        benchmark.warmUp();
        benchmark.measure();
        Files.writeString(Path.of(arguments[4]), benchmark.csv);
    }

    private void prepare(String url, String token) throws IOException, InterruptedException, SQLException {
        var first =
                targets.stream().filter(target -> target.ceiling().isEmpty()).findFirst();
        var service = new ScimService(first.orElseThrow().url(), token);
        try (var database = DriverManager.getConnection(
                url, System.getenv("QUARKUS_DATASOURCE_USERNAME"), System.getenv("QUARKUS_DATASOURCE_PASSWORD"))) {
            new Fixture(database, service).make(wrk.folder());
            new CeilingStatements(new SentStatements(database, wrk.folder().resolve("general.log")), service).check();
        }
    }

    /// The most important requests, until what compiles as it runs has compiled them.
    private void warmUp() throws IOException, InterruptedException {
        for (var target : targets) {
            for (var operation : Operation.values()) {
                if (target.answers(operation)) {
                    run(operation, target, operation.hasCeiling() ? warmUp : 2);
                }
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        for (var round = 1; round <= rounds; round++) {
            for (var operation : Operation.values()) {
                for (var target : inOrder(round)) {
                    if (target.answers(operation)) {
                        add(operation, target, round, run(operation, target, seconds));
                    }
                }
            }
            System.err.println("round " + round + " of " + rounds);
        }
    }

    /// Forwards and backwards in turn.
    private List<Target> inOrder(int round) {
        var order = new ArrayList<>(targets);
        return round % 2 == 0 ? order.reversed() : order;
    }

    private Wrk.Run run(Operation operation, Target target, int seconds) throws IOException, InterruptedException {
        return wrk.run(target, operation.connections(), seconds, operation.key(), ++variant);
    }

    private void add(Operation operation, Target target, int round, Wrk.Run run) {
        csv.append(String.join(",", operation.key(), target.name(), Integer.toString(round), run.asCsv()))
                .append('\n');
    }
}
