package dev.rollcall.api.document;

import dev.rollcall.api.problem.AllowedMethods;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The methods that the description has for a path.
@ApplicationScoped
class DescribedMethods implements AllowedMethods {
    private static final List<String> METHODS = List.of("delete", "get", "patch", "post", "put");

    private final AtomicReference<JsonObject> described = new AtomicReference<>();

    @Override
    public String at(String path) {
        var paths = described.updateAndGet(known -> known == null ? read() : known);
        return Stream.concat(
                        Stream.of("OPTIONS"),
                        paths.fieldNames().stream()
                                .filter(template -> fits(template, path))
                                .flatMap(template -> methods(paths.getJsonObject(template))))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static JsonObject read() {
        return Description.MANAGEMENT.document().getJsonObject("paths");
    }

    private static Stream<String> methods(JsonObject operations) {
        var methods = METHODS.stream().filter(operations::containsKey).map(method -> method.toUpperCase(Locale.ROOT));
        return operations.containsKey("get") ? Stream.concat(Stream.of("HEAD"), methods) : methods;
    }

    private static boolean fits(String template, String path) {
        var wanted = template.split("/", -1);
        var given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
