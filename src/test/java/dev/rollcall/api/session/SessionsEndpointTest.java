package dev.rollcall.api.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionsEndpointTest {
    private static final Map<String, Object> BARBARA = Map.of("email", "Barbara@Example.com", "name", "Barbara Jensen");

    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private UUID organization = UUID.randomUUID();

    SessionsEndpointTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void addAnOrganization() {
        organization = tokens.anOrganization().issue().organizationId();
    }

    private String path(String list) {
        return "/api/v1/organizations/" + organization + "/" + list;
    }

    private Response made() {
        return callers.operator().body(BARBARA).post(path("set-up-links"));
    }

    private String secret() {
        return made().<String>path("url").replaceFirst(".*/console#link=", "");
    }

    private static Response exchanged(String secret) {
        return given().header("X-Rollcall-Request", "1")
                .header("User-Agent", "Firefox\u00ad/140")
                .contentType("application/json")
                .body(Map.of("link", secret))
                .post("/api/v1/sessions");
    }

    private static RequestSpecification with(Response exchanged) {
        return given().cookie("rollcall-session", exchanged.cookie("rollcall-session"))
                .header("X-Rollcall-Request", "1")
                .contentType("application/json");
    }

    @Test
    void letsAPersonInByALink() {
        var made = made();
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(Instant.parse(made.path("expires")))
                .isBetween(Instant.now().plusSeconds(800), Instant.now().plusSeconds(901));

        var session = exchanged(made.<String>path("url").replaceFirst(".*/console#link=", ""));

        assertThat(session.statusCode()).isEqualTo(201);
        assertThat(session.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat((String) session.path("email")).isEqualTo("barbara@example.com");
        assertThat((String) session.path("origin")).isEqualTo("link");
        assertThat((String) session.path("address")).isEqualTo("127.0.0.1");
        assertThat(session.asString()).doesNotContain(session.cookie("rollcall-session"));
        assertThat((String) with(session).get(session.header("Location")).path("id"))
                .isEqualTo(session.path("id"));
        assertThat(with(session).get("/api/v1/organizations/" + organization).statusCode())
                .isEqualTo(200);
        var link = callers.operator().get(made.header("Location"));
        assertThat((String) link.path("used")).isNotNull();
        assertThat(link.jsonPath().getString("url")).isNull();
        assertThat(audit()).endsWith("set-up-link.made", "session.begun");
    }

    @Test
    void letsAPersonLookAtEverythingAndChangeNothing() {
        var wanted = Map.of("email", "auditor@example.com", "name", "Auditor", "readOnly", true);
        var made = callers.operator().body(wanted).post(path("set-up-links"));
        assertThat((Boolean) made.path("readOnly")).isTrue();
        var session = exchanged(made.<String>path("url").replaceFirst(".*/console#link=", ""));
        assertThat((Boolean) session.path("admin")).isFalse();
        assertThat((Boolean) session.path("readOnly")).isTrue();

        var me = with(session).get("/api/v1/me").jsonPath();
        assertThat(me.getBoolean("reads")).isTrue();
        assertThat(me.getBoolean("writes")).isFalse();
        for (var list : List.of("connections", "members", "groups", "activity", "audit", "policies")) {
            assertThat(with(session).get(path(list)).statusCode()).as(list).isEqualTo(200);
        }
        var named = Map.of("name", "Changed");
        for (var refused : List.of(
                with(session).body(named).patch("/api/v1/organizations/" + organization),
                with(session).body(named).post(path("teams")),
                with(session).body(Map.of("add", List.of())).post(path("mapping-previews")),
                with(session).delete(path("sso")))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat((String) refused.path("detail"))
                    .isEqualTo("This session may look at everything and change nothing. Ask an admin of the"
                            + " organization to do this.");
        }
        assertThat(with(session)
                        .get("/api/v1/organizations/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(with(session).delete("/api/v1/session").statusCode()).isEqualTo(204);
    }

    @Test
    void letsOnePersonInHoweverManyTryAtTheSameMoment() throws Exception {
        var secret = secret();
        var statuses = new ArrayList<Integer>();
        try (var browsers = Executors.newFixedThreadPool(8)) {
            Callable<Response> tried = () -> exchanged(secret);
            for (Future<Response> answer : browsers.invokeAll(List.of(tried, tried, tried, tried, tried, tried))) {
                statuses.add(answer.get().statusCode());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 403, 403, 403, 403, 403);
        assertThat(callers.admin(organization).get(path("sessions")).jsonPath().getList("items.origin"))
                .hasSize(2);
    }

    @Test
    void refusesALinkThatWasUsedHasExpiredOrWasWithdrawnInTheSameWords() {
        var used = secret();
        exchanged(used);
        var expired = secret();
        sql.update(SqlText.of("UPDATE set_up_link SET expires = 1 WHERE organization_id = ? AND used IS NULL", (Object)
                ResourceIds.bytes(organization)));
        var withdrawn = made();
        assertThat(callers.operator().delete(withdrawn.header("Location")).statusCode())
                .isEqualTo(204);

        var details = Stream.of(used, expired, withdrawn.<String>path("url").replaceFirst(".*#link=", ""), "never-made")
                .map(SessionsEndpointTest::exchanged)
                .map(answer -> answer.statusCode() + " " + answer.<String>path("detail"))
                .distinct()
                .toList();

        assertThat(details).hasSize(1).first().asString().startsWith("403 This link is not valid any more");
    }

    @Test
    void refusesAnExchangeThatAFormCouldSend() {
        var secret = secret();

        assertThat(given().contentType("application/json")
                        .body(Map.of("link", secret))
                        .post("/api/v1/sessions")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().header("X-Rollcall-Request", "1")
                        .formParam("link", secret)
                        .post("/api/v1/sessions")
                        .statusCode())
                .isEqualTo(415);
        assertThat(exchanged(secret).statusCode()).isEqualTo(201);
    }

    @Test
    void endsASessionByItsPersonOrByAnother() {
        var own = exchanged(secret());
        var others = exchanged(secret());
        var listed = with(own).get(path("sessions"));
        assertThat(listed.jsonPath().getList("items.id")).contains(own.<String>path("id"), others.<String>path("id"));

        var signedOut = with(own).delete("/api/v1/session");
        assertThat(signedOut.statusCode()).isEqualTo(204);
        assertThat(signedOut.header("Set-Cookie")).contains("rollcall-session=;", "Max-Age=0");
        assertThat(with(others)
                        .delete(path("sessions") + "/" + others.path("id"))
                        .statusCode())
                .isEqualTo(204);

        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(with(own).get("/api/v1/session").statusCode()).isEqualTo(401);
            assertThat(with(others).get("/api/v1/session").statusCode()).isEqualTo(401);
        });
        assertThat(audit()).endsWith("session.ended", "session.ended");
    }

    @Test
    void endsASessionThatIsNotUsed() {
        var session = exchanged(secret());
        sql.update(SqlText.of(
                "UPDATE session SET last_seen = last_seen - ? WHERE id = ?",
                Duration.ofMinutes(31).toMillis(),
                ResourceIds.bytes(UUID.fromString(session.path("id")))));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> with(session).get("/api/v1/session").statusCode() == 401);
    }

    @Test
    void tellsEveryCallerWhoItIs() {
        var operator = callers.operator().get("/api/v1/me").jsonPath();
        assertThat(operator.getString("kind")).isEqualTo("operator");
        assertThat(operator.getString("organizationId")).isNull();
        assertThat(operator.getBoolean("writes")).isTrue();

        var member = callers.memberOf(organization).get("/api/v1/me").jsonPath();
        assertThat(member.getString("kind")).isEqualTo("person");
        assertThat(member.getString("organizationId")).isEqualTo(organization.toString());
        assertThat(member.getBoolean("reads")).isFalse();
        assertThat(Instant.parse(member.getString("ends"))).isAfter(Instant.now());

        assertThat(callers.operator().get("/api/v1/session").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsLinksForOperators() {
        assertThat(callers.admin(organization)
                        .body(BARBARA)
                        .post(path("set-up-links"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(callers.admin(organization).get(path("set-up-links")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email": "barbara", "name": "Barbara"}                   | email
            {"email": "a@b\\u0000c.d", "name": "Barbara"}             | email
            {"email": ["barbara@example.com"], "name": "Barbara"}     | email
            {"name": "Barbara"}                                       | email
            {"email": "barbara@example.com"}                          | name
            {"email": "barbara@example.com", "name": "\\u202eB"}      | name
            {"email": "barbara@example.com", "name": "B", "admin": 1} | admin
            """)
    void namesWhatIsWrongWithALink(String body, String field) {
        var refused = callers.operator().body(body).post(path("set-up-links"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"link\": 5}", "{\"link\": \"\"}", "{\"link\": null}", "[]", "{"})
    void refusesAnExchangeWithoutALink(String body) {
        assertThat(given().header("X-Rollcall-Request", "1")
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/sessions")
                        .statusCode())
                .isEqualTo(400);
    }

    private List<String> audit() {
        return sql.query(
                SqlText.of("SELECT action FROM audit_entry WHERE organization_id = ? ORDER BY id", (Object)
                        ResourceIds.bytes(organization)),
                row -> row.getString(1));
    }
}
