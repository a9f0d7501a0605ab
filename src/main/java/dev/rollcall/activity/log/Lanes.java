package dev.rollcall.activity.log;

import dev.rollcall.activity.Result;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ways through an index that lead to the calls of a filter, the newest first, and what is left to be compared
/// along them.
///
/// @param index that all of them follow
/// @param lanes conditions that the index answers, one of which each call meets
/// @param rest what the rows are compared with; empty where there is nothing
record Lanes(String index, List<SqlText> lanes, List<SqlText> rest) {
    Lanes {
        lanes = List.copyOf(lanes);
        rest = List.copyOf(rest);
    }

    /// @param names the keys of names that the search has found
    static Lanes of(LogFilter filter, List<String> names) {
        var rest = new ArrayList<SqlText>();
        equal("e.credential_id", filter.credentialId(), rest);
        if (filter.status() != null) {
            rest.add(SqlText.of("e.status = ?", filter.status()));
        }
        if (filter.resourceId() != null) {
            addNames(filter, names, rest);
            addResults(filter, rest);
            equal("e.connection_id", filter.connectionId(), rest);
            return new Lanes(
                    "provisioning_event_resource",
                    List.of(SqlText.of("resource_id = ?", (Object) ResourceIds.bytes(filter.resourceId()))),
                    rest);
        }
        if (filter.search() != null) {
            addResults(filter, rest);
            equal("e.connection_id", filter.connectionId(), rest);
            return new Lanes(
                    "provisioning_event_name",
                    names.stream().map(name -> SqlText.of("name_key = ?", name)).toList(),
                    rest);
        }
        if (!filter.results().isEmpty()) {
            equal("e.connection_id", filter.connectionId(), rest);
            return new Lanes(
                    "provisioning_event_kind",
                    filter.results().stream()
                            .sorted()
                            .map(result -> SqlText.of("kind = ?", result.keyword()))
                            .toList(),
                    rest);
        }
        return filter.connectionId() == null
                ? new Lanes("provisioning_event_page", List.of(SqlText.TRUE), rest)
                : new Lanes(
                        "provisioning_event_connection",
                        List.of(SqlText.of("connection_id = ?", (Object) ResourceIds.bytes(filter.connectionId()))),
                        rest);
    }

    private static void addNames(LogFilter filter, List<String> names, List<SqlText> rest) {
        if (filter.search() != null) {
            rest.add(
                    names.isEmpty()
                            ? SqlText.FALSE
                            : new SqlText(
                                    "e.name_key IN (" + SqlText.placeholders(names.size()) + ")", List.copyOf(names)));
        }
    }

    private static void addResults(LogFilter filter, List<SqlText> rest) {
        if (!filter.results().isEmpty()) {
            rest.add(new SqlText(
                    "e.kind IN (" + SqlText.placeholders(filter.results().size()) + ")",
                    filter.results().stream()
                            .map(Result::keyword)
                            .map(Object.class::cast)
                            .toList()));
        }
    }

    private static void equal(String column, @Nullable UUID id, List<SqlText> rest) {
        if (id != null) {
            rest.add(SqlText.of(column + " = ?", (Object) ResourceIds.bytes(id)));
        }
    }
}
