package dev.rollcall.api.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialsEndpointTest {
    private static final Map<String, Object> NAMED = Map.of("name", "PingOne");

    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private TestToken first = new TestToken(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "");

    CredentialsEndpointTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void addAnOrganization() {
        first = tokens.anOrganization().issue();
    }

    private RequestSpecification admin() {
        return callers.admin(first.organizationId());
    }

    private String path(String kind) {
        return "/api/v1/organizations/" + first.organizationId() + "/connections/" + first.connectionId() + "/" + kind;
    }

    private String firstToken() {
        return path("tokens") + "/" + first.credentialId();
    }

    private static int users(String token) {
        return given().auth().oauth2(token).get("/scim/v2/Users?count=1").statusCode();
    }

    @Test
    @DisplayName(
            "A3 tokens are made, listed, named, rotated and revoked; two live; last use, expiry and warning are seen")
    void administersTokens() {
        var soon = Instant.now().plus(Duration.ofDays(10)).toString();
        var made = admin().body(Map.of("name", "Soon", "expires", soon)).post(path("tokens"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String second = made.path("token");
        assertThat((String) made.path("credential.status")).isEqualTo("expiring");
        assertThat((String) made.path("credential.madeBy")).isEqualTo("barbara@example.com");
        assertThat(users(second)).isEqualTo(200);

        assertProblem(admin().body(NAMED).post(path("tokens")), 409, "limit");

        String location = made.header("Location");
        var renamed = admin().body(Map.of("name", "Later")).patch(location);
        assertThat((String) renamed.path("name")).isEqualTo("Later");
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat((String) admin().get(location).path("lastUse.address"))
                        .isEqualTo("127.0.0.1"));

        assertThat(admin().delete(firstToken()).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(2)).until(() -> users(first.token()) == 401);

        var rotated = admin().body(Map.of("overlapHours", 24)).post(location + "/rotate");
        assertThat(rotated.statusCode()).isEqualTo(201);
        assertThat((String) rotated.path("credential.name")).isEqualTo("Later");
        assertThat(users(rotated.path("token"))).isEqualTo(200);
        assertThat(users(second)).isEqualTo(200);
        assertThat(admin().get(rotated.header("Location")).statusCode()).isEqualTo(200);

        var listed = admin().get(path("tokens"));
        assertThat(listed.jsonPath().getList("items.status")).containsExactly("revoked", "expiring", "expiring");
        assertThat(listed.asString()).doesNotContain(second).doesNotContain("hash");
        assertThat(audit()).endsWith("token.issued", "token.renamed", "token.revoked", "token.rotated", "token.issued");
    }

    @Test
    @DisplayName("PO-30 a rotated token works in the overlap, then it is refused")
    void endsTheOldTokenAfterTheOverlap() {
        var rotated = admin().body(Map.of("overlapHours", 0)).post(firstToken() + "/rotate");

        assertThat(users(rotated.path("token"))).isEqualTo(200);
        await().atMost(Duration.ofSeconds(8)).until(() -> users(first.token()) == 401);
    }

    @Test
    void administersOAuthClients() {
        var made = admin().body(Map.of("name", "PingOne", "scopes", List.of("scim.read")))
                .post(path("oauth-clients"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat((String) made.path("tokenEndpoint")).endsWith("/oauth2/token");
        assertThat(made.jsonPath().getList("credential.scopes")).containsExactly("scim.read");
        var token = fetched(made);
        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(users(token.path("access_token"))).isEqualTo(200);

        var next = admin().body(Map.of()).post(made.header("Location") + "/rotate");
        assertThat(next.statusCode()).isEqualTo(201);
        assertThat(fetched(next).statusCode()).isEqualTo(200);
        assertThat(fetched(made).statusCode()).isEqualTo(200);

        assertThat(admin().delete(made.header("Location")).statusCode()).isEqualTo(204);
        assertThat(fetched(made).statusCode()).isEqualTo(401);
        var listed = admin().get(path("oauth-clients"));
        assertThat(listed.jsonPath().getList("items.status")).containsExactly("revoked", "valid");
        assertThat(listed.asString()).doesNotContain((String) next.path("clientSecret"));
        assertThat(admin().get(path("tokens")).jsonPath().getList("items")).hasSize(1);
        assertThat(audit())
                .endsWith("oauth-client.added", "oauth-client.rotated", "oauth-client.added", "oauth-client.revoked");
    }

    private static Response fetched(Response made) {
        return given().auth()
                .preemptive()
                .basic(made.path("clientId"), made.path("clientSecret"))
                .contentType("application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
                .post("/oauth2/token");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UPDATE organization SET plan = 'TEAM' WHERE id = ?,                     plan
            UPDATE organization SET provisioning_without_sso = FALSE WHERE id = ?,  single-sign-on
            """)
    void tellsAnOrgAdminWhatComesFirst(String change, String missing) {
        sql.update(SqlText.of(change, (Object) ResourceIds.bytes(first.organizationId())));

        assertProblem(admin().body(NAMED).post(path("tokens")), 403, missing);
        assertProblem(admin().body(NAMED).post(path("oauth-clients")), 403, missing);
        assertThat(callers.operator().body(NAMED).post(path("oauth-clients")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsNoSecretInTheAudit() {
        String token = admin().body(NAMED).post(path("tokens")).path("token");
        String secret = admin().body(NAMED).post(path("oauth-clients")).path("clientSecret");

        assertThat(sql.query(
                        SqlText.of(
                                "SELECT concat(value_before, value_after) FROM audit_entry WHERE organization_id = ?",
                                (Object) ResourceIds.bytes(first.organizationId())),
                        row -> row.getString(1)))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(values -> values.contains(token) || values.contains(secret));
    }

    private List<String> audit() {
        return sql.query(
                SqlText.of("SELECT action FROM audit_entry WHERE organization_id = ? ORDER BY id", (Object)
                        ResourceIds.bytes(first.organizationId())),
                row -> row.getString(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                          | name
            {"name": ""}                                                | name
            {"name": 5}                                                 | name
            {"name": "a\\u0007b"}                                       | name
            {"name": "a\\u202eb"}                                       | name
            {"name": "A", "scopes": []}                                 | scopes
            {"name": "A", "scopes": ["admin.write"]}                    | scopes.0
            {"name": "A", "scopes": "scim.read"}                        | scopes
            {"name": "A", "expires": "2001-01-01T00:00:00Z"}            | expires
            {"name": "A", "expires": "2999-01-01T00:00:00Z"}            | expires
            {"name": "A", "expires": "soon"}                            | expires
            {"name": "A", "token": "mine"}                              | token
            {"name": "", "scopes": ["x"], "expires": "soon"}            | expires name scopes.0
            """)
    void saysByFieldWhatIsWrongWithANewOne(String body, String fields) {
        for (var kind : List.of("tokens", "oauth-clients")) {
            var refused = admin().body(body).post(path(kind));

            assertProblem(refused, 400, "invalid");
            assertThat(refused.jsonPath().getList("errors.field")).hasToString("[" + fields.replace(" ", ", ") + "]");
        }
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertProblem(admin().body(Map.of("name", "x".repeat(201))).post(path("tokens")), 400, "invalid");
        assertProblem(admin().body(Map.of("name", "x".repeat(201))).patch(firstToken()), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2161", "1.5", "\"1\""})
    void refusesAnOverlapThatIsNone(String hours) {
        assertProblem(admin().body("{\"overlapHours\": " + hours + "}").post(firstToken() + "/rotate"), 400, "invalid");
    }

    @Test
    void refusesARotationWhileOneIsUnderWay() {
        assertThat(admin().body(Map.of()).post(firstToken() + "/rotate").statusCode())
                .isEqualTo(201);

        assertProblem(admin().body(Map.of()).post(firstToken() + "/rotate"), 409, "limit");
    }

    @Test
    void ofTwoRotationsAtOnceOneIsDone() throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<Integer>>();
        try (var administrators = Executors.newFixedThreadPool(2)) {
            for (var administrator = 0; administrator < 2; administrator++) {
                running.add(administrators.submit(() -> {
                    start.await();
                    return admin().body("{}").post(firstToken() + "/rotate").statusCode();
                }));
            }
            start.countDown();
        }

        assertThat(List.of(running.get(0).get(), running.get(1).get())).containsExactlyInAnyOrder(201, 409);
        assertThat(admin().get(path("tokens")).jsonPath().getList("items")).hasSize(2);
    }

    @Test
    void refusesARotationOfWhatHasEnded() {
        admin().delete(firstToken());

        assertProblem(admin().body(Map.of()).post(firstToken() + "/rotate"), 409, "state");
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() {
        var seen = admin().get(firstToken()).header("ETag");
        assertThat(admin().header("If-Match", seen)
                        .body(NAMED)
                        .patch(firstToken())
                        .statusCode())
                .isEqualTo(200);

        assertProblem(admin().header("If-Match", seen).body(NAMED).patch(firstToken()), 412, "changed");
        assertProblem(admin().header("If-Match", seen).body("{}").post(firstToken() + "/rotate"), 412, "changed");
        assertProblem(admin().header("If-Match", seen).delete(firstToken()), 412, "changed");
        assertThat(users(first.token())).isEqualTo(200);
    }

    @Test
    void isNotThereUnderAnotherConnectionOrKind() {
        var other = tokens.anOrganization().issue();
        var otherConnection =
                "/api/v1/organizations/" + first.organizationId() + "/connections/" + other.connectionId();

        assertProblem(admin().get(otherConnection + "/tokens"), 404, "not-found");
        assertProblem(admin().body(NAMED).post(otherConnection + "/tokens"), 404, "not-found");
        assertProblem(admin().get(otherConnection + "/tokens/" + first.credentialId()), 404, "not-found");
        assertProblem(admin().get(path("tokens") + "/" + other.credentialId()), 404, "not-found");
        assertProblem(admin().delete(path("tokens") + "/" + other.credentialId()), 404, "not-found");
        assertProblem(admin().delete(path("oauth-clients") + "/" + first.credentialId()), 404, "not-found");
        assertProblem(
                admin().body("{}").post(path("oauth-clients") + "/" + first.credentialId() + "/rotate"),
                404,
                "not-found");
        assertThat(users(other.token())).isEqualTo(200);
        assertThat(users(first.token())).isEqualTo(200);
    }

    @Test
    void pagesThroughAll() {
        IntStream.range(0, 4).forEach(_ -> {
            var made = admin().body(NAMED).post(path("tokens"));
            admin().delete(made.header("Location"));
        });

        var page = admin().get(path("tokens") + "?limit=3");
        var rest = admin().queryParam("cursor", page.<String>path("next")).get(path("tokens"));

        assertThat(page.jsonPath().getList("items")).hasSize(3);
        assertThat(rest.jsonPath().getList("items")).hasSize(2);
        assertThat((String) rest.path("next")).isNull();
        assertProblem(
                admin().queryParam("cursor", page.<String>path("next")).get(path("oauth-clients")), 400, "invalid");
    }

    private static void assertProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:" + kind);
    }
}
