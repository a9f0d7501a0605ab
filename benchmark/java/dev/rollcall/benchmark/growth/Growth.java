package dev.rollcall.benchmark.growth;

import dev.rollcall.benchmark.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Measures and writes `growth.csv`: `Growth ROUNDS RESULT-FILE NAME=SIZE#NUMBER,ENDPOINT,TOKEN...`, where size
/// and number say which of the organizations of {@link Load} it is. The first one is the base of all ratios.
public final class Growth {
    private static final int REQUESTS = 5;
    private static final int LEAST_WARM_UP = 5;
    // Of the rounds that count.
    private static final int WARM_UP_SHARE = 3;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.9;

    private final List<Subject> subjects;
    private final List<Operation> operations = Operation.all();
    private final Map<Cell, Samples> samples = new HashMap<>();
    private final Random random = new Random(Load.SEED);

    private Growth(List<Subject> subjects) {
        this.subjects = subjects;
    }

    /// One request in one organization.
    private record Cell(Operation operation, Subject subject) {}

    private Samples samples(Operation operation, Subject subject) {
        return samples.computeIfAbsent(new Cell(operation, subject), _ -> new Samples());
    }

    /// Runs the command.
    public static void main(String[] arguments) throws IOException {
        var subjects = new ArrayList<Subject>();
        try {
            for (var argument : List.of(arguments).subList(2, arguments.length)) {
                subjects.add(subject(argument));
            }
            var growth = new Growth(subjects);
            growth.measure(Integer.parseInt(arguments[0]));
            Files.writeString(Path.of(arguments[1]), growth.csv());
        } finally {
            subjects.forEach(Subject::close);
        }
    }

    private static Subject subject(String argument) {
        var name = argument.substring(0, argument.indexOf('='));
        var parts = List.of(argument.substring(name.length() + 1).split(",", 3));
        var directory = List.of(parts.getFirst().split("#", 2));
        return new Subject(
                name,
                Load.directories(directory.get(0)).get(Integer.parseInt(directory.get(1))),
                new ScimCalls(parts.get(1), parts.get(2)));
    }

    private void measure(int rounds) {
        subjects.forEach(Subject::walk);
        for (var round = -Math.max(LEAST_WARM_UP, rounds / WARM_UP_SHARE); round < rounds; round++) {
            for (var operation : operations) {
                if (isDue(operation, round)) {
                    round(operation, round >= 0);
                    warmUp(operation, round);
                }
            }
            if (round % 10 == 0) {
                System.err.println("round " + round);
            }
        }
    }

    /// The base is alone in its service, which is to be as warm as the one that all others share.
    private void warmUp(Operation operation, int round) {
        for (var i = 2; round < 0 && i < subjects.size(); i++) {
            for (var request = 0; request < REQUESTS; request++) {
                operation.run().accept(subjects.getFirst());
            }
        }
    }

    private static boolean isDue(Operation operation, int round) {
        var every = Math.round(1 / operation.share());
        return operation.expected() || (round >= 0 && round % every == 0);
    }

    /// One operation in every organization, in an order that differs from round to round.
    private void round(Operation operation, boolean counts) {
        var order = new ArrayList<>(subjects);
        Collections.shuffle(order, random);
        for (var subject : order) {
            var nanos = new long[operation.expected() ? REQUESTS : 1];
            for (var i = 0; i < nanos.length; i++) {
                operation.run().accept(subject);
                nanos[i] = subject.calls().nanos();
            }
            if (counts) {
                samples(operation, subject).add(nanos);
            }
        }
    }

    private String csv() {
        var csv = new StringBuilder("request,organization,users,expected flat,samples,median ms,p90 ms,ratio\n");
        var base = subjects.getFirst();
        for (var operation : operations) {
            for (var subject : subjects) {
                var measured = samples(operation, subject);
                csv.append(String.format(
                        Locale.ROOT,
                        "\"%s\",%s,%d,%s,%d,%.3f,%.3f,%.3f%n",
                        operation.name(),
                        subject.name(),
                        subject.directory().users(),
                        operation.expected(),
                        measured.count(),
                        measured.quantile(MEDIAN),
                        measured.quantile(HIGH),
                        measured.ratio(samples(operation, base)).orElse(0)));
            }
        }
        return csv.toString();
    }
}
