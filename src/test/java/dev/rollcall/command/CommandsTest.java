package dev.rollcall.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class CommandsTest {
    private final Commands commands;
    private final String organization = "Acme " + UUID.randomUUID();

    CommandsTest(Commands commands) {
        this.commands = commands;
    }

    @Test
    void leadsFromNothingToATokenThatWorks() {
        done("organization", "add", organization, "--without-sso");
        done("connection", "add", organization, "PingOne");
        var issued = done("token", "issue", organization, "PingOne");

        assertThat(issued.lines())
                .contains(
                        "Endpoint           http://localhost:" + RestAssured.port + "/scim/v2",
                        "Unique identifier  userName")
                .contains("Scope              scim.read scim.write", "The token is not shown again.");
        var token = issued.lines()
                .filter(line -> line.startsWith("Bearer token"))
                .map(line -> line.substring("Bearer token       ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(status(token)).isEqualTo(404);
    }

    @Test
    void showsTheSameToPeopleAndPrograms() {
        done("organization", "add", organization, "--plan", "team", "--without-sso");

        var line = done("organization", "list")
                .lines()
                .filter(text -> text.contains(organization))
                .findFirst();
        var entry = json("organization", "list").getMap("find { it.name == '" + organization + "' }");

        assertThat(entry).containsEntry("plan", "TEAM").containsKeys("id", "created");
        assertThat(line.orElseThrow().split(" {2,}"))
                .containsExactly(
                        String.valueOf(entry.get("id")), organization, "TEAM", String.valueOf(entry.get("created")));
    }

    @Test
    void takesIdsForNames() {
        var id = json("organization", "add", organization, "--without-sso", "--json")
                .getString("[0].id");
        var connection =
                json("connection", "add", id, "Okta", "--identity-provider", "okta", "--mode", "strict", "--json");

        assertThat(connection.getString("[0].identityProvider")).isEqualTo("OKTA");
        assertThat(connection.getString("[0].mode")).isEqualTo("STRICT");
        assertThat(json("connection", "set-mode", id, connection.getString("[0].id"), "compatible", "--json")
                        .getString("[0].mode"))
                .isEqualTo("COMPATIBLE");
    }

    @Test
    void pausesAndResumes() {
        var token = issue().getString("token");
        assertThat(status(token)).isEqualTo(404);

        assertThat(json("connection", "pause", organization, "PingOne", "--json")
                        .getString("[0].state"))
                .isEqualTo("PAUSED");
        await().atMost(Duration.ofSeconds(2)).until(() -> status(token) == 403);
        done("connection", "resume", organization, "PingOne");
        await().atMost(Duration.ofSeconds(2)).until(() -> status(token) == 404);
        done("connection", "turn-off", organization, "PingOne");
        await().atMost(Duration.ofSeconds(2)).until(() -> status(token) == 403);
    }

    @Test
    void revokes() {
        var token = issue().getString("token");
        var id = json("token", "list", organization, "PingOne", "--json").getString("[0].id");

        var revoked = json("token", "revoke", organization, id, "--json");

        assertThat(revoked.getString("[0].revoked")).isNotNull();
        await().atMost(Duration.ofSeconds(2)).until(() -> status(token) == 401);
    }

    @Test
    void rotatesATokenWithAnOverlap() {
        var old = issue("--name", "Sync").getString("token");
        var id = json("token", "list", organization, "PingOne").getString("[0].id");

        var next = json("token", "rotate", organization, id, "--overlap", "2h").getString("token");

        assertThat(status(old)).isEqualTo(404);
        assertThat(status(next)).isEqualTo(404);
        var listed = json("token", "list", organization, "PingOne");
        assertThat(listed.getList("name")).containsExactly("Sync", "Sync");
        assertThat(listed.getList("status")).containsExactly("EXPIRING", "VALID");
        assertThat(Instant.parse(listed.getString("[0].expires")))
                .isCloseTo(Instant.now().plus(2, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void showsWhoMadeATokenAndWhereItWasUsedFrom() {
        var token = issue().getString("token");

        given().header("Authorization", "Bearer " + token)
                .header("User-Agent", "PingOne/7")
                .get("/scim/v2/Nothing");

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(
                                json("token", "list", organization, "PingOne").getMap("[0]"))
                        .containsEntry("madeBy", System.getProperty("user.name"))
                        .containsEntry("lastUsedFrom", "127.0.0.1")
                        .containsEntry("lastUsedBy", "PingOne/7"));
    }

    @Test
    void leadsFromNothingToAnOAuthClientThatWorks() {
        done("organization", "add", organization, "--without-sso");
        done("connection", "add", organization, "PingOne");
        var shown = done("oauth-client", "add", organization, "PingOne");
        var added = json("oauth-client", "add", organization, "PingOne", "--name", "Sync", "--scope", "scim.read");

        assertThat(shown.lines())
                .contains(
                        "OAuth token URL    http://localhost:" + RestAssured.port + "/oauth2/token",
                        "The secret is not shown again.");
        assertThat(status(fetched(added))).isEqualTo(404);
        var listed = json("oauth-client", "list", organization, "PingOne");
        assertThat(listed.getList("name")).containsExactly("OAuth client", "Sync");
        assertThat(listed.getString("[1].id")).isEqualTo(added.getString("clientId"));
        assertThat(listed.prettify()).doesNotContain(added.getString("clientSecret"));
    }

    @Test
    void rotatesAndRevokesAnOAuthClient() {
        done("organization", "add", organization, "--without-sso");
        done("connection", "add", organization, "PingOne");
        var old = json("oauth-client", "add", organization, "PingOne");

        var next = json("oauth-client", "rotate", organization, old.getString("clientId"));
        var token = fetched(next);
        assertThat(status(fetched(old))).isEqualTo(404);
        assertThat(status(token)).isEqualTo(404);

        assertThat(json("oauth-client", "revoke", organization, next.getString("clientId"))
                        .getString("[0].status"))
                .isEqualTo("REVOKED");
        await().atMost(Duration.ofSeconds(2)).until(() -> status(token) == 401);
    }

    private static String fetched(JsonPath client) {
        return given().auth()
                .preemptive()
                .basic(client.getString("clientId"), client.getString("clientSecret"))
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
                .post("/oauth2/token")
                .path("access_token");
    }

    @Test
    void saysWhichKeyIsMissingForTheEncryption() {
        var result = run("key", "rotate-encryption");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("rollcall: No key-encryption key is given.");
    }

    @Test
    void issuesWithScopeAndLifetime() {
        var expires = Instant.parse(issue("--scope", "scim.read", "--lifetime", "90d", "--name", "Reader")
                .getString("expires"));
        var listed = json("token", "list", organization, "PingOne", "--json");

        assertThat(expires).isCloseTo(Instant.now().plus(90, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        assertThat(listed.getString("[0].scope")).isEqualTo("scim.read");
        assertThat(listed.getString("[0].name")).isEqualTo("Reader");
        assertThat(listed.getMap("[0]")).doesNotContainKeys("revoked", "token");
    }

    @Test
    void issuesATokenThatStandsForAUser() {
        var client = issue().getString("token");
        done("token", "issue", organization, "PingOne");
        var id = RestAssured.given()
                .header("Authorization", "Bearer " + client)
                .contentType("application/scim+json")
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"BJensen\"}")
                .post("/scim/v2/Users")
                .<String>path("id");

        for (var user : List.of("bjensen", id)) {
            RestAssured.given()
                    .header(
                            "Authorization",
                            "Bearer "
                                    + json("token", "issue", organization, "PingOne", "--user", user, "--json")
                                            .getString("token"))
                    .get("/scim/v2/Me")
                    .then()
                    .statusCode(200)
                    .body("id", Matchers.equalTo(id));
        }
        assertThat(json("token", "list", organization, "PingOne", "--json").getList("user"))
                .containsExactly(null, null, id, id);
        assertThat(run("token", "issue", organization, "PingOne", "--user", id).err())
                .contains("has 2 live tokens for this user");
        assertThat(run("token", "issue", organization, "PingOne", "--user", "nobody")
                        .err())
                .contains("has no user 'nobody'");
    }

    @Test
    void refusesAThirdLiveToken() {
        issue();
        done("token", "issue", organization, "PingOne");

        var third = run("token", "issue", organization, "PingOne");

        assertThat(third.exitCode()).isEqualTo(1);
        assertThat(third.err())
                .isEqualTo("rollcall: Connection 'PingOne' has 2 live tokens, which is the most."
                        + " Revoke one of them first." + System.lineSeparator());
        assertThat(third.out()).isEmpty();

        var first = json("token", "list", organization, "PingOne", "--json").getString("[0].id");
        done("token", "revoke", organization, first);
        done("token", "issue", organization, "PingOne");
    }

    @Test
    void refusesANameThatIsTaken() {
        done("organization", "add", organization, "--without-sso");

        var second = run("organization", "add", organization);

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("There is already an organization '" + organization + "'");
    }

    @Test
    void rotatesTheKey() {
        var first = json("key", "rotate", "--json").getString("[0].id");
        var second = json("key", "rotate", "--json").getString("[0].id");

        assertThat(second).isNotEqualTo(first);
        List<String> published =
                given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
        assertThat(published).contains(first, second);
    }

    static Stream<List<String>> badInput() {
        return Stream.of(
                List.of("frobnicate"),
                List.of("organization"),
                List.of("organization", "remove"),
                List.of("organization", "add"),
                List.of("organization", "add", "Acme", "--plan", "gold"),
                List.of("organization", "add", "Acme", "--unknown"),
                List.of("connection", "list", "There is no such organization"),
                List.of("connection", "add", "Acme"),
                List.of("connection", "pause", "Acme"),
                List.of("connection", "tolerances", "Acme"),
                List.of("connection", "tolerances", "Acme", "PingOne", "--forgive"),
                List.of("connection", "tolerances", "Acme", "PingOne", "--refuse", "contry"),
                List.of("token", "issue", "Acme", "PingOne", "--scope", "admin"),
                List.of("token", "issue", "Acme", "PingOne", "--lifetime", "long"),
                List.of("token", "revoke", "Acme", "no-uuid"),
                List.of("token", "rotate", "Acme", "no-uuid"),
                List.of("oauth-client", "add", "Acme", "PingOne", "--scope", "admin"),
                List.of("oauth-client", "revoke", "Acme", "no-uuid"),
                List.of("key"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void saysWhatItDoesNotUnderstand(List<String> arguments) {
        var result = run(arguments.toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isNotBlank().doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badInputAfterLookup")
    void refusesWhatCannotBe(List<String> arguments) {
        done("organization", "add", organization, "--without-sso");
        done("connection", "add", organization, "PingOne");

        var result = run(Stream.concat(Stream.of("token", "issue", organization, "PingOne"), arguments.stream())
                .toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("rollcall: A token");
    }

    static Stream<List<String>> badInputAfterLookup() {
        return Stream.of(List.of("--lifetime", "0s"), List.of("--lifetime", "10000d"));
    }

    @Test
    void explainsItself() {
        assertThat(done("--help")).contains("organization", "connection", "token", "key");
        assertThat(done("token", "issue", "--help")).contains("--scope", "--lifetime", "--json");
        assertThat(done("--version")).startsWith("rollcall ");
    }

    private JsonPath issue(String... options) {
        done("organization", "add", organization, "--without-sso");
        done("connection", "add", organization, "PingOne");
        return json(Stream.concat(Stream.of("token", "issue", organization, "PingOne", "--json"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/scim/v2/Nothing")
                .statusCode();
    }

    private JsonPath json(String... arguments) {
        var withJson = Stream.of(arguments).anyMatch("--json"::equals)
                ? arguments
                : Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
        return JsonPath.from(done(withJson));
    }

    private String done(String... arguments) {
        var result = run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(commands, arguments);
    }
}
