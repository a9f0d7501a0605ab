package dev.rollcall.benchmark.compare;

import dev.rollcall.benchmark.http.ScimService;
import dev.rollcall.benchmark.http.Target;
import dev.rollcall.benchmark.http.Wrk;
import dev.rollcall.benchmark.load.Load;
import dev.rollcall.benchmark.report.CompareReport;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures two builds in interleaved rounds and writes `compare.csv`: `Compare USERS ROUNDS SECONDS WARM-UP KINDS
/// FOLDER
/// RESULT-FILE TOKEN old=URL,PID,DATABASE-PID new=URL,PID,DATABASE-PID`. No kinds stand for all of them.
public final class Compare {
    private static final int FIXED = 8;
    private static final int CURSORS = 100;
    private static final String SCRIPT = "benchmark/wrk/compare.lua";

    private final int rounds;
    private final int seconds;
    private final int warmUp;
    private final List<Kind> kinds;
    private final Path folder;
    private final Wrk wrk;
    private final List<Target> targets;
    private final StringBuilder csv = new StringBuilder("request,target,round," + Wrk.COLUMNS + "\n");
    private int variant;

    private Compare(String[] arguments) {
        rounds = Integer.parseInt(arguments[1]);
        seconds = Integer.parseInt(arguments[2]);
        warmUp = Integer.parseInt(arguments[3]);
        var named = List.of(arguments[4].split(" ", -1));
        kinds = Arrays.stream(Kind.values())
                .filter(kind -> arguments[4].isBlank() || named.contains(kind.key()))
                .toList();
        folder = Path.of(arguments[5]);
        wrk = new Wrk(SCRIPT, folder);
        targets = Arrays.stream(arguments).skip(FIXED).map(Target::parse).toList();
    }

    /// Runs the command.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var compare = new Compare(arguments);
        new Sample(Load.directories(arguments[0]).getFirst(), compare.folder).write(arguments[7]);
        for (var target : compare.targets) {
            compare.writeCursors(target, arguments[7]);
        }
        compare.warmUp();
        compare.measure();
        var file = Path.of(arguments[6]);
        Files.writeString(file, compare.csv);
        IO.println(CompareReport.of(file).table());
    }

    /// Of pages one after the other: each build has made its own.
    private void writeCursors(Target target, String token) throws IOException, InterruptedException {
        var service = new ScimService(target.url(), token);
        var cursors = new ArrayList<String>();
        var cursor = "";
        while (cursors.size() < CURSORS) {
            cursors.add(cursor);
            var page = service.send("GET", "/Users?count=100&cursor=" + cursor, "");
            if (!(JsonReader.readObject(page.getBytes(StandardCharsets.UTF_8)).find("nextCursor")
                    instanceof ScimValue.Text(var next))) {
                break;
            }
            cursor = URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        Files.write(folder.resolve("cursors-" + target.name()), cursors);
    }

    private void warmUp() throws IOException, InterruptedException {
        for (var kind : kinds) {
            variant++;
            for (var target : targets) {
                run(kind, target, warmUp);
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        for (var round = 1; round <= rounds; round++) {
            for (var kind : kinds) {
                // Both are sent the same.
                variant++;
                for (var target : round % 2 == 0 ? targets.reversed() : targets) {
                    add(kind, target, round, run(kind, target, seconds));
                }
            }
            System.err.println("round " + round + " of " + rounds);
        }
    }

    private Wrk.Run run(Kind kind, Target target, int time) throws IOException, InterruptedException {
        return wrk.run(target, kind.connections(), time, kind.key(), variant);
    }

    private void add(Kind kind, Target target, int round, Wrk.Run run) {
        if (run.errors() > 0) {
            System.err.printf("%s, %s: %d of %d failed%n", kind.key(), target.name(), run.errors(), run.requests());
        }
        csv.append(String.join(",", kind.key(), target.name(), Integer.toString(round), run.asCsv()))
                .append('\n');
    }
}
