package dev.rollcall.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the tables and plots anew of which there are results: `Report RESULTS-DIRECTORY DOCUMENT`.
public final class Report {
    private Report() {}

    /// Runs the command.
    public static void main(String[] arguments) throws IOException {
        var results = Path.of(arguments[0]);
        var file = Path.of(arguments[1]);
        var document = new Document(file);
        var growth = results.resolve("growth.csv");
        if (Files.exists(growth)) {
            var report = new GrowthReport(Csv.read(growth));
            document.replace("growth", report.flatTable());
            document.replace("growing", report.growingTable());
            document.replace("members", report.memberTable());
            Files.writeString(file.resolveSibling("growth.svg"), report.chart().svg());
        }
        var jmh = results.resolve("jmh.csv");
        if (Files.exists(jmh)) {
            document.replace("jmh", new JmhReport(Csv.read(jmh)).table());
        }
        var compare = results.resolve("compare.csv");
        if (Files.exists(compare)) {
            document.replace("compare", CompareReport.of(compare).table());
        }
        var http = results.resolve("http.csv");
        if (Files.exists(http)) {
            var report = new HttpReport(Csv.read(http));
            document.replace("requests", report.ceilingTable());
            document.replace("costs", report.costTable());
            Files.writeString(
                    file.resolveSibling("requests.svg"), report.chart().svg());
        }
        var fairness = results.resolve("fairness.csv");
        if (Files.exists(fairness)) {
            document.replace("fairness", new FairnessReport(Csv.read(fairness)).table());
        }
        document.save();
    }
}
