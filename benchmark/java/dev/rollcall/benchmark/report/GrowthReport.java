package dev.rollcall.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The table and the plot of the growth benchmark.
final class GrowthReport {
    private static final String MEDIAN = "median ms";
    private static final String RATIO = "ratio";
    private static final int SERIES = 4;

    private final Csv csv;
    private final List<String> organizations;
    private final Map<String, List<List<String>>> requests = new LinkedHashMap<>();

    GrowthReport(Csv csv) {
        this.csv = csv;
        organizations = csv.rows().stream()
                .map(row -> csv.value(row, "organization"))
                .distinct()
                .toList();
        csv.rows()
                .forEach(row -> requests.computeIfAbsent(csv.value(row, "request"), _ -> new ArrayList<>())
                        .add(row));
    }

    /// What is meant to cost the same everywhere: medians, and the ratio to the first organization.
    String flatTable() {
        var head = "| request | " + String.join(" | ", organizations) + " | "
                + organizations.stream()
                        .skip(1)
                        .map(name -> name + " : " + organizations.getFirst())
                        .collect(Collectors.joining(" | "))
                + " |\n" + "|---".repeat(organizations.size() * 2) + "|\n";
        return head
                + rows(true).entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | " + cells(entry.getValue(), MEDIAN) + " | "
                                + cells(
                                        entry.getValue()
                                                .subList(1, entry.getValue().size()),
                                        RATIO) + " |\n")
                        .collect(Collectors.joining());
    }

    /// What reads every row of an organization: medians, and the cost of one more row.
    String growingTable() {
        var head = "| request | " + String.join(" | ", organizations) + " | µs a row |\n"
                + "|---".repeat(organizations.size() + 2) + "|\n";
        return head
                + rows(false).entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | " + cells(entry.getValue(), MEDIAN) + " | "
                                + String.format(Locale.ROOT, "%.2f", perRow(entry.getValue())) + " |\n")
                        .collect(Collectors.joining());
    }

    /// The largest group against a group of ten, in each organization.
    String memberTable() {
        var head = "| request | " + String.join(" | ", organizations) + " |\n" + "|---".repeat(organizations.size() + 1)
                + "|\n";
        var table = new StringBuilder(head);
        for (var request : List.of("member added", "member removed")) {
            table.append("| ").append(request).append(" |");
            for (var i = 0; i < organizations.size(); i++) {
                var large = median(request + ", largest group", i);
                table.append(String.format(Locale.ROOT, " %.2f |", large / median(request + ", group of 10", i)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    /// The medians of what is meant to cost the same everywhere.
    BarChart chart() {
        return new BarChart(
                "What a request costs as the organization grows",
                organizations.stream().limit(SERIES).toList(),
                rows(true).entrySet().stream()
                        .map(entry -> new BarChart.Group(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .limit(SERIES)
                                        .map(row -> csv.number(row, MEDIAN))
                                        .toList()))
                        .toList(),
                "ms");
    }

    private Map<String, List<List<String>>> rows(boolean flat) {
        var found = new LinkedHashMap<String, List<List<String>>>();
        requests.forEach((request, rows) -> {
            if (Boolean.parseBoolean(csv.value(rows.getFirst(), "expected flat")) == flat) {
                found.put(request, rows);
            }
        });
        return found;
    }

    private double median(String request, int organization) {
        return csv.number(requests.getOrDefault(request, List.of()).get(organization), MEDIAN);
    }

    private String cells(List<List<String>> rows, String column) {
        return rows.stream()
                .map(row -> column.equals(RATIO)
                        ? String.format(Locale.ROOT, "%.2f", csv.number(row, column))
                        : BarChart.number(csv.number(row, column)))
                .collect(Collectors.joining(" | "));
    }

    /// By the organization with the most users.
    private double perRow(List<List<String>> rows) {
        var largest = rows.stream()
                .max((a, b) -> Double.compare(csv.number(a, "users"), csv.number(b, "users")))
                .orElseThrow();
        var base = rows.getFirst();
        return 1_000
                * (csv.number(largest, MEDIAN) - csv.number(base, MEDIAN))
                / (csv.number(largest, "users") - csv.number(base, "users"));
    }
}
