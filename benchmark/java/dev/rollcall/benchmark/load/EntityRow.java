package dev.rollcall.benchmark.load;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How an entity becomes a row: read from its own annotations, so that a new column cannot be forgotten.
final class EntityRow {
    private final List<Field> fields;
    private final String sql;

    private EntityRow(List<Field> fields, String sql) {
        this.fields = fields;
        this.sql = sql;
    }

    static EntityRow of(Class<?> entity) {
        var fields = new ArrayList<Field>();
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Column.class)) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        var columns = fields.stream()
                .map(field -> field.getAnnotation(Column.class).name())
                .collect(Collectors.joining(", "));
        var table = entity.getAnnotation(Table.class).name();
        return new EntityRow(
                fields,
                "INSERT INTO " + table + " (" + columns + ") VALUES (" + SqlText.placeholders(fields.size()) + ")");
    }

    /// The statement that inserts such a row.
    String sql() {
        return sql;
    }

    /// The values of its parameters.
    List<@Nullable Object> values(Object entity) {
        var values = new ArrayList<@Nullable Object>();
        try {
            for (var field : fields) {
                values.add(field.get(entity) instanceof UUID id ? ResourceIds.bytes(id) : field.get(entity));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
