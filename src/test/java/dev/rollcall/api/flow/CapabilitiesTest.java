package dev.rollcall.api.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.digest.Sha256;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an org admin has of *Access & provisioning*.
@QuarkusTest
class CapabilitiesTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private TestToken token = new TestToken(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "");

    CapabilitiesTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void addAnOrganization() {
        token = tokens.anOrganization().issue();
    }

    private RequestSpecification admin() {
        return callers.admin(token.organizationId());
    }

    private String organization() {
        return "/api/v1/organizations/" + token.organizationId();
    }

    private String connection() {
        return organization() + "/connections/" + token.connectionId();
    }

    private Response provider() {
        return given().auth()
                .oauth2(token.token())
                .queryParam("filter", "userName eq \"bjensen\"")
                .get("/scim/v2/Users");
    }

    private void addAUser() {
        assertThat(given().auth()
                        .oauth2(token.token())
                        .contentType("application/scim+json")
                        .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"bjensen\"}")
                        .post("/scim/v2/Users")
                        .statusCode())
                .isEqualTo(201);
    }

    private void awaitRefusal(String words) {
        await().atMost(TWO_SECONDS).untilAsserted(() -> {
            var refused = provider();
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat((String) refused.path("detail")).contains(words);
        });
    }

    private void awaitTheUser() {
        await().atMost(TWO_SECONDS).untilAsserted(() -> {
            var found = provider();
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat((int) found.path("totalResults")).isOne();
        });
    }

    @Test
    @DisplayName("A1 an org admin turns provisioning off and on again; what is off refuses calls and keeps its data")
    void turnsProvisioningOffAndOn() {
        addAUser();

        assertThat(admin().body(Map.of("state", "off")).patch(connection()).statusCode())
                .isEqualTo(200);
        awaitRefusal("turned off");
        assertThat((String) admin().get(connection()).path("state")).isEqualTo("off");
        assertThat(admin().body(Map.of("state", "on")).patch(connection()).statusCode())
                .isEqualTo(200);
        awaitTheUser();
    }

    @Test
    @DisplayName("A1 provisioning is part of a plan; a plan without it refuses calls and keeps the data")
    void provisioningIsPartOfAPlan() {
        addAUser();
        assertThat(admin().body(Map.of("plan", "team")).patch(organization()).statusCode())
                .isEqualTo(403);

        assertThat(callers.operator()
                        .body(Map.of("plan", "team"))
                        .patch(organization())
                        .statusCode())
                .isEqualTo(200);
        awaitRefusal("plan");
        assertProblem(admin().body(Map.of("name", "Next")).post(connection() + "/tokens"), 403, "plan");
        assertThat(callers.operator()
                        .body(Map.of("plan", "enterprise"))
                        .patch(organization())
                        .statusCode())
                .isEqualTo(200);
        awaitTheUser();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "paused", "off"})
    @DisplayName("A1 only an org admin turns provisioning on and off")
    void onlyAnAdminTurnsProvisioningOnAndOff(String state) {
        var before = admin().get(connection());

        assertProblem(
                callers.memberOf(token.organizationId())
                        .body(Map.of("state", state))
                        .patch(connection()),
                403,
                "forbidden");
        assertProblem(callers.readOnlyOperator().body(Map.of("state", state)).patch(connection()), 403, "forbidden");

        assertThat(admin().get(connection()).asString()).isEqualTo(before.asString());
    }

    @Test
    @DisplayName("A2 three values are shown; the token once, and stored as a hash")
    void showsThreeValues() {
        var made = admin().body(Map.of("name", "Second")).post(connection() + "/tokens");
        String secret = made.path("token");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");

        var values = admin().get(connection() + "/set-up");

        assertThat((String) values.path("uniqueIdentifier")).isEqualTo("userName");
        assertThat((String) values.path("endpoint")).endsWith("/scim/v2");
        assertThat(values.jsonPath().getList("tokens.name")).containsExactly("Test", "Second");
        assertThat(List.of(
                        values.asString(),
                        admin().get(made.header("Location")).asString(),
                        admin().get(connection() + "/tokens").asString(),
                        admin().get(organization() + "/audit").asString()))
                .noneMatch(answer -> answer.contains(secret) || answer.contains(signature(secret)));
        assertThat(storedFor(made.path("credential.id")))
                .contains(HexFormat.of().formatHex(Sha256.of(secret)))
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pingone", "okta", "entra", "jumpcloud", "onelogin", "google", "other"})
    @DisplayName("A4 whatever the identity provider is called, nothing else is required, and any of them comes in")
    void theLabelDecidesNothingThatIsRequired(String label) {
        var added =
                admin().body(Map.of("name", label, "identityProvider", label)).post(organization() + "/connections");
        assertThat(added.statusCode()).isEqualTo(201);
        var own = added.header("Location");
        String secret =
                admin().body(Map.of("name", "One")).post(own + "/tokens").path("token");
        var values = admin().get(own + "/set-up");
        assertThat((String) values.path("uniqueIdentifier")).isEqualTo("userName");
        assertThat((String) values.path("endpoint")).endsWith("/scim/v2");

        for (var client : List.of("Okta SCIM Client 1.0.0", "PingOne", "curl/8")) {
            assertThat(given().auth()
                            .oauth2(secret)
                            .header("User-Agent", client)
                            .get("/scim/v2/Users?count=1")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(admin().body(Map.of("identityProvider", "other")).patch(own).statusCode())
                .isEqualTo(200);
        assertThat(given().auth().oauth2(secret).get("/scim/v2/Users?count=1").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("A4 an unknown label is refused by its field")
    void refusesALabelThatNobodyKnows() {
        var wanted = Map.of("name", "New", "identityProvider", "keycloak");
        for (var refused : List.of(
                admin().body(wanted).post(organization() + "/connections"),
                admin().body(Map.of("identityProvider", "keycloak")).patch(connection()))) {
            assertProblem(refused, 400, "invalid");
            assertThat(refused.jsonPath().getList("errors.field")).containsExactly("identityProvider");
            assertThat((String) refused.path("errors[0].detail")).contains("pingone", "other");
        }
    }

    @Test
    @DisplayName("A17 each change of a token, a connection, a domain and a policy is in the audit, with who and what")
    void auditsWhatAdminsChange() {
        var domain = "d" + UUID.randomUUID() + ".example";
        admin().body(Map.of("name", "Audited", "state", "paused")).patch(connection());
        admin().body(Map.of("state", "on")).patch(connection());
        var made = admin().body(Map.of("name", "Second")).post(connection() + "/tokens");
        admin().delete(made.header("Location"));
        var claimed = admin().body(Map.of("name", domain)).post(organization() + "/domains");
        admin().delete(claimed.header("Location"));
        admin().body(Map.of("domainPolicy", "flag")).patch(organization() + "/policies");
        admin().body(Map.of("domainPolicy", "none of them")).patch(organization() + "/policies");

        var read = admin().queryParam("author", "barbara@example.com").get(organization() + "/audit");

        assertThat(read.jsonPath().getList("items.action", String.class).reversed())
                .containsExactly(
                        "connection.paused",
                        "connection.changed",
                        "connection.turned-on",
                        "token.issued",
                        "token.revoked",
                        "domain.claimed",
                        "domain.released",
                        "policies.changed");
        assertThat(read.jsonPath().getList("items.author.kind")).containsOnly("person");
        assertThat(read.jsonPath().getList("items.author.address")).containsOnly("127.0.0.1");
        assertThat(read.jsonPath().getList("items.subject.id", String.class))
                .contains(token.connectionId().toString(), made.path("credential.id"), claimed.path("id"));
        assertThat(read.<String>path("items[0].before.domainPolicy")).isEqualTo("off");
        assertThat(read.<String>path("items[0].after.domainPolicy")).isEqualTo("flag");
    }

    /// All columns of the row, in hexadecimal digits.
    private String storedFor(String credential) {
        var columns = String.join(
                ", ",
                sql.query(
                        SqlText.of("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND table_name = 'credential'"),
                        row -> "LOWER(HEX(`" + row.getString(1) + "`))"));
        return sql.query(
                        SqlText.of("SELECT CONCAT_WS('|', " + columns + ") FROM credential WHERE id = ?", (Object)
                                ResourceIds.bytes(UUID.fromString(credential))),
                        row -> row.getString(1))
                .getFirst();
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static void assertProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:" + kind);
    }
}
