package dev.rollcall.api.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The descriptions that are packed are those that the code makes.
@QuarkusTest
class PackedDescriptionTest {
    private static final Path PACKED = Path.of("src", "main", "resources", "openapi");
    private static final String WRITE = "rollcall.openapi.write";

    @ParameterizedTest
    @EnumSource(Description.class)
    void isWhatTheCodeSays(Description description) throws IOException {
        var name = description.name().toLowerCase(Locale.ROOT);
        var made = inOrder(new JsonObject(given().get("/made/" + name + "?format=JSON")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()))
                        .encodePrettily()
                + "\n";
        var file = PACKED.resolve(name + ".json");
        if (System.getProperty(WRITE) != null) {
            Files.writeString(file, made);
        }

        assertThat(Files.readString(file))
                .as("write it anew with ./mvnw test -Dtest=PackedDescriptionTest -D%s", WRITE)
                .isEqualTo(made);
    }

    @ParameterizedTest
    @EnumSource(Description.class)
    void isServedWithoutAProof(Description description) {
        for (var path : new String[] {description.path(), description.path() + ".json"}) {
            var answer = given().get(path).then().statusCode(200).extract();

            assertThat(answer.contentType()).isEqualTo("application/json");
            assertThat(answer.asString()).isEqualTo(description.json().toString());
            assertThat(given().head(path).statusCode()).isEqualTo(200);
        }
    }

    // The classes are read in an order of their own.
    private static JsonObject inOrder(JsonObject json) {
        var members = new TreeMap<String, Object>();
        json.forEach(member -> members.put(member.getKey(), inOrder(member.getValue())));
        return new JsonObject(members);
    }

    private static Object inOrder(Object value) {
        return switch (value) {
            case JsonObject json -> inOrder(json);
            case JsonArray array ->
                new JsonArray(array.stream().map(PackedDescriptionTest::inOrder).toList());
            default -> value;
        };
    }
}
