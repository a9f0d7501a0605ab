package dev.rollcall.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.connection.Connections;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `rollcall connection tolerances`.
@QuarkusTest
class ToleranceCommandTest {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);

    private final Commands commands;
    private final Connections connections;
    private final Sql sql;
    private final TestTokens tokens;
    private TestToken token;

    ToleranceCommandTest(Commands commands, Connections connections, Sql sql, TestTokens tokens) {
        this.commands = commands;
        this.connections = connections;
        this.sql = sql;
        this.tokens = tokens;
    }

    @BeforeEach
    void issue() {
        token = tokens.anOrganization().issue();
    }

    @Test
    void listsEveryToleranceWithWhatDecidesAboutIt() {
        var listed = done("--forgive", "group-unseen", "--refuse", "TEXT_AS_BOOLEAN");

        assertThat(listed.lines()).hasSize(1 + Tolerance.values().length);
        assertThat(listed.lines().map(line -> line.split(" +")))
                .contains(new String[] {"NAME", "VERDICT", "BY"})
                .contains(new String[] {"country", "FORGIVEN", "MODE"})
                .contains(new String[] {"group-unseen", "FORGIVEN", "OVERRIDE"})
                .contains(new String[] {"text-as-boolean", "REFUSED", "OVERRIDE"});
        assertThat(JsonPath.from(done("--json")).getMap("find { it.name == 'text-as-boolean' }"))
                .isEqualTo(Map.of("name", "text-as-boolean", "verdict", "REFUSED", "by", "OVERRIDE"));
    }

    @Test
    void showsWhatTheProductNeeds() {
        var organization = token.organizationId().toString();
        run("connection", "add", organization, "Entra", "--identity-provider", "entra");

        var listed = run("connection", "tolerances", organization, "Entra", "--json");

        assertThat(JsonPath.from(listed.out()).getMap("find { it.name == 'group-unseen' }"))
                .isEqualTo(Map.of("name", "group-unseen", "verdict", "FORGIVEN", "by", "IDENTITY_PROVIDER"));
    }

    @Test
    void requestsSeeItWithinTwoSeconds() {
        assertThat(statusOfABooleanAsText()).isEqualTo(201);

        done("--refuse", "text-as-boolean");
        await().atMost(SEEN_WITHIN).until(() -> statusOfABooleanAsText() == 400);
        done("--default", "text-as-boolean");
        await().atMost(SEEN_WITHIN).until(() -> statusOfABooleanAsText() == 201);

        run("connection", "set-mode", token.organizationId().toString(), "PingOne", "strict");
        await().atMost(SEEN_WITHIN).until(() -> statusOfABooleanAsText() == 400);
        done("--forgive", "text-as-boolean");
        await().atMost(SEEN_WITHIN).until(() -> statusOfABooleanAsText() == 201);
    }

    @Test
    void overridesAddUpStayWithTheConnectionAndAreShownInItsRow() {
        done("--refuse", "url", "--refuse", "country", "--forgive", "group-unseen");
        done("--default", "url", "--forgive", "country");
        run("connection", "set-mode", token.organizationId().toString(), "PingOne", "strict");

        var row = JsonPath.from(run("connection", "list", token.organizationId().toString(), "--json")
                        .out())
                .getMap("[0]");

        assertThat(row).containsEntry("overrides", "+country +group-unseen").containsEntry("mode", "STRICT");
        done("--default", "country", "--default", "group-unseen");
        assertThat(JsonPath.from(
                                run("connection", "list", token.organizationId().toString(), "--json")
                                        .out())
                        .getMap("[0]"))
                .doesNotContainKey("overrides");
    }

    @Test
    void whatANewerVersionHasSetStopsNothing() {
        sql.update(SqlText.of(
                "UPDATE connection SET tolerance_overrides = '+from-tomorrow -text-as-boolean' WHERE id = ?",
                ResourceIds.bytes(token.connectionId())));
        await().atMost(SEEN_WITHIN).until(() -> statusOfABooleanAsText() == 400);

        done("--default", "text-as-boolean");

        await().atMost(SEEN_WITHIN).until(() -> statusOfABooleanAsText() == 201);
        assertThat(connections
                        .find(token.organizationId(), token.connectionId())
                        .orElseThrow()
                        .overrides()
                        .text())
                .isEqualTo("+from-tomorrow");
    }

    @ParameterizedTest(name = "{0} is near {1}")
    @CsvSource({
        "contry, country",
        "Boolean, text-as-boolean",
        "TIMEZONE, time-zone",
        "password-length, password",
        "'', country",
    })
    void saysWhichNamesAreNearAnUnknownOne(String unknown, String near) {
        var result = tolerances("--forgive", unknown);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("'" + unknown + "' is not a tolerance. The nearest names are ", near)
                .contains("'rollcall connection tolerances ORGANIZATION CONNECTION' lists all")
                .doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void doesNotBothForgiveAndRefuse() {
        var result = tolerances("--forgive", "url", "--refuse", "country", "--refuse", "URL");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("rollcall: 'url' can be only one of");
        assertThat(connections
                        .find(token.organizationId(), token.connectionId())
                        .orElseThrow()
                        .overrides()
                        .text())
                .isEmpty();
    }

    private int statusOfABooleanAsText() {
        return RestAssured.given()
                .header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body("""
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","active":"True"}
                        """.formatted(UUID.randomUUID()))
                .post("/scim/v2/Users")
                .statusCode();
    }

    private String done(String... options) {
        var result = tolerances(options);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    private CommandRun tolerances(String... options) {
        return run(Stream.concat(
                        Stream.of(
                                "connection",
                                "tolerances",
                                token.organizationId().toString(),
                                "PingOne"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(commands, arguments);
    }
}
