package dev.rollcall.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The table of the JMH benchmarks.
final class JmhReport {
    private static final String ALLOCATED = ":gc.alloc.rate.norm";

    private final Csv csv;

    JmhReport(Csv csv) {
        this.csv = csv;
    }

    /// Time and allocated bytes of each benchmark.
    String table() {
        Map<String, Double> allocated = new LinkedHashMap<>();
        csv.rows().stream()
                .filter(row -> name(row).endsWith(ALLOCATED))
                .forEach(row -> allocated.put(key(row).replace(ALLOCATED, ""), csv.number(row, "Score")));
        return "| piece | of | ns | ± | bytes allocated |\n|---|---|---|---|---|\n"
                + csv.rows().stream()
                        .filter(row -> name(row).indexOf(':') < 0)
                        .map(row -> String.format(
                                Locale.ROOT,
                                "| %s | %s | %,.0f | %s | %,.0f |%n",
                                name(row),
                                parameters(row),
                                csv.number(row, "Score"),
                                error(row),
                                allocated.getOrDefault(key(row), 0.0)))
                        .collect(Collectors.joining());
    }

    private String name(List<String> row) {
        return csv.value(row, "Benchmark").replaceAll("^.*\\.(\\w+)Benchmark\\.", "$1.");
    }

    private String key(List<String> row) {
        return name(row) + parameters(row);
    }

    private String error(List<String> row) {
        var error = csv.value(row, "Score Error (99.9%)");
        return error.equals("NaN") ? "" : String.format(Locale.ROOT, "%,.0f", Double.parseDouble(error));
    }

    private String parameters(List<String> row) {
        return csv.names().stream()
                .filter(name -> name.startsWith("Param: "))
                .map(name -> csv.value(row, name))
                .filter(value -> !value.isEmpty())
                .map(value -> "`" + value.replace("|", "\\|") + "`")
                .collect(Collectors.joining(", "));
    }
}
