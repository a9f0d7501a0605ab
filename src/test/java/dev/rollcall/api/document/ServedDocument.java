package dev.rollcall.api.document;

import static io.restassured.RestAssured.given;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The description as it is served.
public record ServedDocument(JsonObject json) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// One operation of it.
    public record Described(String method, String path, JsonObject operation) {

        /// Its name.
        public String id() {
            return operation.getString("operationId", "");
        }

        /// What it may answer.
        public Set<Integer> statuses() {
            return operation.getJsonObject("responses").fieldNames().stream()
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        }

        /// The example of its body.
        public Optional<JsonObject> example() {
            return Optional.ofNullable(operation.getJsonObject("requestBody"))
                    .map(body -> body.getJsonObject("content").getJsonObject("application/json"))
                    .map(type -> type.getValue("example"))
                    .map(example -> example instanceof JsonObject object ? object : new JsonObject(example.toString()));
        }

        /// Whether it has a body.
        public boolean hasBody() {
            return operation.containsKey("requestBody");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// The one that is served now.
    public static ServedDocument read() {
        return new ServedDocument(
                new JsonObject(given().get("/api/v1/openapi.json").asString()));
    }

    /// All of it.
    public List<Described> operations() {
        var paths = json.getJsonObject("paths");
        return paths.fieldNames().stream()
                .flatMap(path -> paths.getJsonObject(path).fieldNames().stream()
                        .filter(METHODS::contains)
                        .map(method -> new Described(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                paths.getJsonObject(path).getJsonObject(method))))
                .toList();
    }
}
