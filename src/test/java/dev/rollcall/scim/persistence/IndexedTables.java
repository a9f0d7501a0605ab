package dev.rollcall.scim.persistence;

import dev.rollcall.scim.index.MadeTriggers;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has attributes of a type indexed, from now on, as if the configuration had asked for it.
@ApplicationScoped
class IndexedTables {
    private final Sql sql;
    private final MadeTriggers triggers;

    IndexedTables(Sql sql, MadeTriggers triggers) {
        this.sql = sql;
        this.triggers = triggers;
    }

    ResourceTable of(ResourceTable table) {
        return of(table, simple(table).map(ResolvedAttribute::toString).collect(Collectors.toSet()));
    }

    ResourceTable of(ResourceTable table, Set<String> names) {
        triggers.make();
        var numbers = new HashMap<String, Integer>();
        simple(table)
                .filter(table.bindings()::isInDocument)
                .filter(attribute -> names.contains(attribute.toString()))
                .forEach(attribute ->
                        numbers.put(attribute.toString(), add(table.type().name(), attribute)));
        return table.with(numbers);
    }

    private static Stream<ResolvedAttribute> simple(ResourceTable table) {
        return table.type().attributes().stream()
                .flatMap(attribute -> attribute.attribute().isComplex()
                        ? attribute.attribute().subAttributes().stream().map(attribute::at)
                        : Stream.of(attribute));
    }

    private int add(String type, ResolvedAttribute attribute) {
        sql.update(SqlText.of(
                "INSERT INTO indexed_attribute (resource_type, attribute, json_path, state) VALUES (?, ?, ?, 'ready')",
                type,
                attribute.toString(),
                JsonPath.toAllValues(attribute)));
        return sql.query(
                        SqlText.of(
                                "SELECT id FROM indexed_attribute WHERE resource_type = ? AND attribute = ?",
                                type,
                                attribute.toString()),
                        row -> row.getInt(1))
                .getFirst();
    }

    void forget() {
        sql.update(SqlText.of("DELETE FROM indexed_value"));
        sql.update(SqlText.of("DELETE FROM index_filling"));
        sql.update(SqlText.of("DELETE FROM indexed_attribute"));
    }
}
