package dev.rollcall.scim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.PackagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a newcomer gets who starts the packaged service with nothing configured: a service on an embedded
/// database, with an endpoint and a token that work at once and after a restart. The executable needs an
/// installed `mariadbd`.
class FirstRunIT {
    private final int port = PackagedProgram.freePort();
    private final HttpCalls http = new HttpCalls();
    private Path directory = Path.of("target");

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "first-run").toAbsolutePath()), "run");
    }

    @AfterEach
    void closeHttp() {
        http.close();
    }

    @Test
    void startsOnAnEmptyDirectoryAndKeepsItsDataAndItsToken() throws IOException {
        var file = directory.resolve("data").resolve("first-run.json");
        String token;
        try (var service = PackagedService.start(directory, port)) {
            service.awaitUntil("first-run.json", () -> Files.exists(file));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var values = JsonReader.readObject(Files.readAllBytes(file));
            assertThat(values.members().sequencedKeySet())
                    .containsExactlyInAnyOrder(
                            "endpoint",
                            "uniqueIdentifier",
                            "token",
                            "organization",
                            "expires",
                            "operatorToken",
                            "setUpLink");
            assertThat(directory.resolve("data").resolve("database")).isDirectory();
            assertThat(text(values, "endpoint")).isEqualTo("http://localhost:" + port + "/scim/v2");
            assertThat(text(values, "uniqueIdentifier")).isEqualTo("userName");
            assertThat(Instant.parse(text(values, "expires"))).isAfter(Instant.now());
            token = text(values, "token");
            service.awaitUntil("the welcome", () -> service.output().contains(token));
            assertThat(service.output()).contains(text(values, "endpoint"));

            assertThat(createUser(token).status()).isEqualTo(201);
            var second = secondToken();
            assertThat(second).isNotEqualTo(token);
            assertThat(findUser(second).at("body/totalResults")).contains(ScimValue.of(1));
            assertThat(service.stop()).as(service.output()).isIn(0, 143);
        }
        try (var service = PackagedService.start(directory, port)) {
            service.awaitUntil("the first answer", this::isReady);

            assertThat(findUser(token).at("body/totalResults")).contains(ScimValue.of(1));
            assertThat(service.output()).doesNotContain(token);
            assertThat(Files.exists(file)).isTrue();
        }
    }

    @Test
    void refusesToStartWithDefinitionsThatAreNone() throws IOException {
        var schemas = Files.createDirectories(directory.resolve("schemas"));
        Files.writeString(schemas.resolve("badge.json"), "{\"schemas\": []}");
        try (var service =
                PackagedService.start(directory, Map.of("ROLLCALL_SCHEMAS_DIRECTORY", schemas.toString()), port)) {
            assertThat(service.awaitExit()).isNotZero();
            assertThat(service.output())
                    .contains("The definitions in " + schemas + " cannot be used:\n- badge.json $.schemas: must be")
                    .doesNotContain("\tat ");
        }
    }

    // A command beside the running service, on the same embedded database.
    private String secondToken() {
        try (var command = PackagedService.start(
                directory, port, "token", "issue", "Example", "PingOne", "--name", "Second", "--json")) {
            assertThat(command.awaitExit()).as(command.output()).isZero();
            var line = command.output()
                    .lines()
                    .filter(each -> each.contains("\"token\""))
                    .findFirst()
                    .orElseThrow();
            return text(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)), "token");
        }
    }

    private boolean isReady() {
        try {
            return http.send(new Call("GET", "http://localhost:" + port + "/q/health/ready", Map.of(), null))
                            .status()
                    == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private Answer createUser(String token) {
        var user = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"bjensen\"}";
        return http.send(new Call(
                "POST",
                endpoint() + "/Users",
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/scim+json"),
                user.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer findUser(String token) {
        return http.send(new Call(
                "GET",
                endpoint() + "/Users?filter=userName%20eq%20%22bjensen%22",
                Map.of("Authorization", "Bearer " + token),
                null));
    }

    private String endpoint() {
        return "http://localhost:" + port + "/scim/v2";
    }

    private static String text(ScimValue.Complex values, String name) {
        return values.find(name) instanceof ScimValue.Text(var text) ? text : "";
    }
}
