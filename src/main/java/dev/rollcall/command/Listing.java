package dev.rollcall.command;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows under columns, as aligned text for people or as JSON for programs. Columns are named as in JSON. An
/// empty cell stands for no value.
record Listing(List<String> columns, List<List<String>> rows) {
    private static final String GAP = "  ";

    /// What one column shows of a thing.
    record Column<T>(String name, Function<T, @Nullable Object> value) {

        private String cell(T thing) {
            var shown = value.apply(thing);
            return shown == null ? "" : shown.toString();
        }
    }

    /// A row for each of these things.
    static <T> Listing of(List<T> things, List<Column<T>> columns) {
        return new Listing(
                columns.stream().map(Column::name).toList(),
                things.stream()
                        .map(thing -> columns.stream()
                                .map(column -> column.cell(thing))
                                .toList())
                        .toList());
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(JsonWriter.text(new ScimValue.MultiValued(
                    rows.stream().map(this::object).map(ScimValue.class::cast).toList())));
        } else {
            out.println(line(columns.stream().map(Listing::heading).toList()));
            rows.forEach(row -> out.println(line(row)));
        }
        out.flush();
    }

    private ScimValue.Complex object(List<String> row) {
        var members = new LinkedHashMap<String, ScimValue>();
        for (var column = 0; column < columns.size(); column++) {
            if (!row.get(column).isEmpty()) {
                members.put(columns.get(column), new ScimValue.Text(row.get(column)));
            }
        }
        return new ScimValue.Complex(members);
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), width(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(columns.get(column).length() + 1, Math::max);
    }

    private static String padded(String cell, int width) {
        var shown = cell.isEmpty() ? "-" : cell;
        return shown + " ".repeat(Math.max(0, width - shown.length()));
    }

    private static String heading(String column) {
        return column.replaceAll("(?=\\p{Upper})", " ").toUpperCase(Locale.ROOT);
    }
}
