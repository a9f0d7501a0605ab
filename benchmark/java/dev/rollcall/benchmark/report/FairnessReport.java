package dev.rollcall.benchmark.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of what one organization notices of another.
final class FairnessReport {
    private static final String ALONE = "alone";
    private static final Map<String, String> LOADS = Map.of(
            ALONE,
            "nothing",
            "scan",
            "searches without an index",
            "bulk",
            "bulk requests",
            "replace",
            "replacements of a group of 100,000",
            "slow",
            "slow reads of that group",
            "all",
            "all of them");

    private final Csv csv;

    FairnessReport(Csv csv) {
        this.csv = csv;
    }

    /// Medians over the rounds, a row for each load and service.
    String table() {
        var table = new StringBuilder(
                "| the other one sends | service | median ms | p99 ms (min–max) | ratio to alone | 5xx"
                        + " of this one | of the other: served | 429 | 5xx |\n|---|---|---|---|---|---|---|---|---|\n");
        for (var load : values("load")) {
            for (var target : values("target")) {
                table.append(row(load, target));
            }
        }
        return table.toString();
    }

    private String row(String load, String target) {
        var rows = rows(load, target);
        var p99 = numbers(rows, "p99 ms");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.0f (%.0f–%.0f) | %.1f | %.0f | %.0f | %.0f | %.0f |%n",
                LOADS.getOrDefault(load, load),
                target,
                median(numbers(rows, "median ms")),
                median(p99),
                p99.getFirst(),
                p99.getLast(),
                median(p99) / median(numbers(rows(ALONE, target), "p99 ms")),
                sum(rows, "5xx"),
                sum(rows, "asking served"),
                sum(rows, "asking 429"),
                sum(rows, "asking 5xx"));
    }

    private Set<String> values(String name) {
        return csv.rows().stream()
                .map(row -> csv.value(row, name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<List<String>> rows(String load, String target) {
        return csv.rows().stream()
                .filter(row -> csv.value(row, "load").equals(load)
                        && csv.value(row, "target").equals(target))
                .toList();
    }

    private List<Double> numbers(List<List<String>> rows, String name) {
        return rows.stream().map(row -> csv.number(row, name)).sorted().toList();
    }

    private double sum(List<List<String>> rows, String name) {
        return numbers(rows, name).stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
