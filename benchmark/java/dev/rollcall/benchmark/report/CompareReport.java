package dev.rollcall.benchmark.report;

import dev.rollcall.benchmark.compare.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// The table of the comparison of two builds.
public final class CompareReport {
    private static final String RATE = "requests per second";
    private static final String SERVICE = "service processor us";
    private static final String DATABASE = "database processor us";

    private final Csv csv;

    CompareReport(Csv csv) {
        this.csv = csv;
    }

    /// The results of a run.
    public static CompareReport of(Path file) throws IOException {
        return new CompareReport(Csv.read(file));
    }

    /// Requests a second, their ratio as median, lowest and highest of all rounds, and processor time of service and
    /// database for one request.
    public String table() {
        return "| request | target | new ÷ old (min–max) | old: req/s | service + database CPU µs | new: req/s"
                + " | service + database CPU µs | CPU old ÷ new |\n|---|---|---|---|---|---|---|---|\n"
                + Arrays.stream(Kind.values())
                        .filter(kind -> values(kind, "old", RATE).length > 0)
                        .map(this::row)
                        .collect(Collectors.joining());
    }

    private String row(Kind kind) {
        var old = values(kind, "old", RATE);
        var ratios = values(kind, "new", RATE);
        Arrays.setAll(ratios, round -> ratios[round] / old[round]);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f (%.2f–%.2f) | %s | %s | %.2f |%n",
                kind.title(),
                kind.target(),
                HttpReport.median(ratios),
                DoubleStream.of(ratios).min().orElse(0),
                DoubleStream.of(ratios).max().orElse(0),
                costs(kind, "old"),
                costs(kind, "new"),
                processor(kind, "old") / processor(kind, "new"));
    }

    private String costs(Kind kind, String build) {
        return HttpReport.rate(values(kind, build, RATE)) + " | "
                + BarChart.number(HttpReport.median(values(kind, build, SERVICE))) + " + "
                + BarChart.number(HttpReport.median(values(kind, build, DATABASE)));
    }

    private double processor(Kind kind, String build) {
        return HttpReport.median(values(kind, build, SERVICE)) + HttpReport.median(values(kind, build, DATABASE));
    }

    private double[] values(Kind kind, String build, String column) {
        return csv.rows().stream()
                .filter(row -> csv.value(row, "request").equals(kind.key())
                        && csv.value(row, "target").equals(build))
                .mapToDouble(row -> csv.number(row, column))
                .toArray();
    }
}
