package dev.rollcall.api.activity;

import dev.rollcall.activity.log.LoggedCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How calls are written one by one.
enum ExportFormat {
    /// RFC 4180 with a header, safe to be opened by a spreadsheet.
    CSV("text/csv") {
        @Override
        String header() {
            return String.join(",", COLUMNS) + "\r\n";
        }

        @Override
        String line(LoggedCall call) {
            return row(call).stream().map(ExportFormat::cell).collect(Collectors.joining(",")) + "\r\n";
        }
    },
    /// A JSON object a line.
    NDJSON("application/x-ndjson") {
        @Override
        String header() {
            return "";
        }

        @Override
        String line(LoggedCall call) {
            var object = new JsonObject();
            var values = row(call);
            for (var i = 0; i < values.size(); i++) {
                object.put(COLUMNS.get(i), json(values.get(i)));
            }
            return object.encode() + "\n";
        }
    };

    static final List<String> COLUMNS = List.of(
            "id",
            "time",
            "connectionId",
            "credentialId",
            "requestId",
            "method",
            "path",
            "product",
            "resourceType",
            "resourceId",
            "name",
            "result",
            "status",
            "scimType",
            "sentence",
            "changed",
            "membersAdded",
            "membersRemoved",
            "tolerances",
            "durationMillis");

    // A spreadsheet takes a cell that begins so for a formula.
    private static final String FORMULA = "=+-@\t\r\n";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /// What comes before the first call.
    abstract String header();

    /// A call.
    abstract String line(LoggedCall call);

    private static List<Object> row(LoggedCall call) {
        return List.of(
                call.id(),
                call.time(),
                value(call.connectionId()),
                value(call.credentialId()),
                value(call.requestId()),
                value(call.method()),
                value(call.path()),
                value(call.product()),
                value(call.resourceType()),
                value(call.resourceId()),
                value(call.name()),
                call.result().keyword(),
                value(call.status()),
                value(call.scimType()),
                value(call.sentence()),
                call.changed(),
                call.membersAdded(),
                call.membersRemoved(),
                call.tolerances(),
                value(call.durationMillis()));
    }

    private static Object value(@Nullable Object given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static @Nullable Object json(Object value) {
        return switch (value) {
            case List<?> list -> new JsonArray(List.copyOf(list));
            case Number number -> number;
            default -> value.toString().isEmpty() ? null : value.toString();
        };
    }

    static String cell(Object value) {
        var text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : value.toString();
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
