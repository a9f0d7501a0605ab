package dev.rollcall.benchmark.report;

import dev.rollcall.benchmark.http.Ceiling;
import dev.rollcall.benchmark.http.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The tables and the plot of the HTTP benchmark.
final class HttpReport {
    private static final String RATE = "requests per second";
    private static final int PLOTTED = 4;
    private static final String HEADS = Arrays.stream(Ceiling.values())
            .map(ceiling -> ceiling.title() + " | ratio (min–max)")
            .collect(Collectors.joining(" | "));

    private final Csv csv;
    private final List<String> services;

    HttpReport(Csv csv) {
        this.csv = csv;
        services = csv.rows().stream()
                .map(row -> csv.value(row, "target"))
                .distinct()
                .filter(name -> Arrays.stream(Ceiling.values()).noneMatch(ceiling -> name.startsWith(ceiling.prefix())))
                .toList();
    }

    /// Requests a second beside those of both ceilings: medians, and each ratio as median, lowest and highest of all
    /// rounds.
    String ceilingTable() {
        var head = "| request | " + joined(name -> name + ": Rollcall | " + HEADS) + " |\n|---"
                + "|---".repeat(services.size() * (1 + 2 * Ceiling.values().length)) + "|\n";
        return head
                + held().map(operation ->
                                "| " + operation.title() + " | " + joined(name -> beside(operation, name)) + " |\n")
                        .collect(Collectors.joining());
    }

    private static Stream<Operation> held() {
        return Arrays.stream(Operation.values()).filter(Operation::hasCeiling);
    }

    private String beside(Operation operation, String service) {
        var measured = values(operation, service, RATE);
        return rate(measured) + " | "
                + Arrays.stream(Ceiling.values())
                        .map(ceiling -> ratio(measured, values(operation, ceiling.prefix() + service, RATE)))
                        .collect(Collectors.joining(" | "));
    }

    private static String ratio(double[] measured, double[] ceiling) {
        if (ceiling.length == 0) {
            return " | ";
        }
        var ratios = new double[Math.min(ceiling.length, measured.length)];
        Arrays.setAll(ratios, round -> measured[round] / ceiling[round]);
        return rate(ceiling) + " | "
                + String.format(
                        Locale.ROOT,
                        "%.2f (%.2f–%.2f)",
                        median(ratios),
                        DoubleStream.of(ratios).min().orElse(0),
                        DoubleStream.of(ratios).max().orElse(0));
    }

    /// What each request costs: requests a second, latency, and processor time for one of them.
    String costTable() {
        var head = "| request | "
                + joined(name -> name + ": req/s | median, p99 ms | service, database CPU µs")
                + " |\n|---" + "|---".repeat(services.size() * 3) + "|\n";
        return head
                + Arrays.stream(Operation.values())
                        .map(operation ->
                                "| " + operation.title() + " | " + joined(name -> cost(operation, name)) + " |\n")
                        .collect(Collectors.joining());
    }

    private String cost(Operation operation, String service) {
        return rate(values(operation, service, RATE)) + " | " + both(operation, service, "median ms", "p99 ms") + " | "
                + both(operation, service, "service processor us", "database processor us");
    }

    private String both(Operation operation, String service, String first, String second) {
        return BarChart.number(median(values(operation, service, first))) + ", "
                + BarChart.number(median(values(operation, service, second)));
    }

    /// The requests that one statement answers, beside that.
    BarChart chart() {
        var targets = services.stream()
                .flatMap(name -> Stream.of(Ceiling.BARE.prefix() + name, name))
                .filter(name -> values(Operation.READ, name, RATE).length > 0)
                .limit(PLOTTED)
                .toList();
        var groups = held().filter(Ceiling.BARE::answers)
                .map(operation -> new BarChart.Group(
                        operation.title(),
                        targets.stream()
                                .map(name -> median(values(operation, name, RATE)))
                                .toList()))
                .toList();
        var names = targets.stream().map(HttpReport::title).toList();
        return new BarChart("Requests a second, and what is possible at best", names, groups, "/s");
    }

    private static String title(String target) {
        var bare = Ceiling.BARE.prefix();
        return target.startsWith(bare)
                ? Ceiling.BARE.title() + ", " + target.substring(bare.length())
                : "Rollcall, " + target;
    }

    private String joined(UnaryOperator<String> cells) {
        return services.stream().map(cells).collect(Collectors.joining(" | "));
    }

    private double[] values(Operation operation, String target, String column) {
        return csv.rows().stream()
                .filter(row -> csv.value(row, "request").equals(operation.key())
                        && csv.value(row, "target").equals(target))
                .mapToDouble(row -> csv.number(row, column))
                .toArray();
    }

    static String rate(double[] values) {
        var median = median(values);
        return median < 100 ? BarChart.number(median) : String.format(Locale.ROOT, "%,.0f", median);
    }

    static double median(double[] values) {
        var sorted = DoubleStream.of(values).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
