package dev.rollcall.benchmark.report;

import dev.rollcall.benchmark.http.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// The tables and the plot of the HTTP benchmark.
final class HttpReport {
    private static final String RATE = "requests per second";
    private static final String CEILING = "ceiling-";
    private static final int PLOTTED = 4;

    private final Csv csv;
    private final List<String> services;

    HttpReport(Csv csv) {
        this.csv = csv;
        services = csv.rows().stream()
                .map(row -> csv.value(row, "target"))
                .distinct()
                .filter(name -> !name.startsWith(CEILING))
                .toList();
    }

    /// Requests a second beside those of the ceiling: medians, and the ratio as median, lowest and highest of all
    /// rounds.
    String ceilingTable() {
        var head = "| request | " + joined(name -> name + ": ceiling | Rollcall | ratio (min–max)") + " |\n|---"
                + "|---".repeat(services.size() * 3) + "|\n";
        return head
                + Arrays.stream(Operation.values())
                        .filter(Operation::hasCeiling)
                        .map(operation ->
                                "| " + operation.title() + " | " + joined(name -> pair(operation, name)) + " |\n")
                        .collect(Collectors.joining());
    }

    private String pair(Operation operation, String service) {
        var ceiling = values(operation, CEILING + service, RATE);
        var measured = values(operation, service, RATE);
        if (ceiling.length == 0) {
            return " | " + rate(measured) + " | ";
        }
        var ratios = new double[Math.min(ceiling.length, measured.length)];
        Arrays.setAll(ratios, round -> measured[round] / ceiling[round]);
        return rate(ceiling) + " | " + rate(measured) + " | "
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

    /// The requests that have a ceiling.
    BarChart chart() {
        var targets = services.stream()
                .flatMap(name -> List.of(CEILING + name, name).stream())
                .filter(name -> values(Operation.READ, name, RATE).length > 0)
                .limit(PLOTTED)
                .toList();
        var groups = Arrays.stream(Operation.values())
                .filter(Operation::hasCeiling)
                .map(operation -> new BarChart.Group(
                        operation.title(),
                        targets.stream()
                                .map(name -> median(values(operation, name, RATE)))
                                .toList()))
                .toList();
        var names = targets.stream()
                .map(name ->
                        name.startsWith(CEILING) ? "ceiling, " + name.substring(CEILING.length()) : "Rollcall, " + name)
                .toList();
        return new BarChart("Requests a second, and what is possible at best", names, groups, "/s");
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
