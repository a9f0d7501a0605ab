package dev.rollcall.benchmark.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that wait to be written, by the statement that writes them.
final class Rows {
    private final Map<String, List<List<? extends @Nullable Object>>> rows = new LinkedHashMap<>();
    private int size;

    void add(String sql, List<? extends @Nullable Object> values) {
        rows.computeIfAbsent(sql, _ -> new ArrayList<>()).add(values);
        size++;
    }

    int size() {
        return size;
    }

    Map<String, List<List<? extends @Nullable Object>>> bySql() {
        return rows;
    }
}
