package dev.rollcall.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table with a line of names on top, as benchmarks write it.
record Csv(List<String> names, List<List<String>> rows) {

    static Csv read(Path file) throws IOException {
        var lines = Files.readAllLines(file).stream().map(Csv::cells).toList();
        return new Csv(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /// The value of a row in the column with this name; empty where there is no such column.
    String value(List<String> row, String name) {
        var column = names.indexOf(name);
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    double number(List<String> row, String name) {
        return Double.parseDouble(value(row, name));
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                // A quote within quotes is written twice.
                if (isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
