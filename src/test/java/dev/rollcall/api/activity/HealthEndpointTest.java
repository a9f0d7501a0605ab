package dev.rollcall.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.health.HealthNotes;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HealthEndpointTest {
    private static final int LOOKS = 300;

    private final TestTokens tokens;
    private final Callers callers;
    private final HealthNotes notes;
    private TestToken token;

    HealthEndpointTest(TestTokens tokens, Callers callers, HealthNotes notes) {
        this.tokens = tokens;
        this.callers = callers;
        this.notes = notes;
    }

    @BeforeEach
    void issue() {
        token = tokens.anOrganization().issue();
    }

    private RequestSpecification client() {
        return client(token.bearer());
    }

    private static RequestSpecification client(String authorization) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", authorization)
                .header("User-Agent", "PingOne/1.0")
                .contentType("application/scim+json");
    }

    private Response health() {
        notes.flush();
        return callers.admin(token.organizationId())
                .get("/api/v1/organizations/" + token.organizationId() + "/connections/" + token.connectionId()
                        + "/health");
    }

    private List<String> mistakes() {
        return health().path("mistakes.mistake");
    }

    /// What is noted off the path of a request is there in a moment.
    private List<String> mistakesOnceThereIsOne(Runnable call) {
        var mistakes = List.<String>of();
        for (var look = 0; look < LOOKS && mistakes.isEmpty(); look++) {
            call.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            mistakes = mistakes();
        }
        return mistakes;
    }

    @Test
    void aConnectionWaitsUntilACallSucceeds() {
        assertThat(health().<String>path("state")).isEqualTo("waiting");

        client().body("{\"userName\":{}}").post("/scim/v2/Users");
        assertThat(health().<String>path("state")).isEqualTo("waiting");
        assertThat(health().<Integer>path("lastRefusal.status")).isEqualTo(400);
        assertThat(health().<String>path("lastRefusal.sentence")).contains("userName");

        client().get("/scim/v2/Users");
        var connected = health();
        assertThat(connected.<String>path("state")).isEqualTo("connected");
        assertThat(connected.<String>path("product")).isEqualTo("PingOne/1.0");
        assertThat(connected.<String>path("connected")).isEqualTo(connected.path("lastSuccess"));

        var connection = callers.admin(token.organizationId())
                .get("/api/v1/organizations/" + token.organizationId() + "/connections/" + token.connectionId());
        assertThat(connection.<String>path("lastSuccess")).isEqualTo(connected.path("lastSuccess"));
        assertThat(connection.<String>path("lastRefusal")).isEqualTo(connected.path("lastRefusal.time"));
    }

    @Test
    void thatNobodyIsThereIsNoRefusal() {
        client().get("/scim/v2/Users/4711");

        assertThat(health().<Object>path("lastRefusal")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/scim/v2/v2/Users, version-doubled",
        "/scim/v2/scim/v2/Users, version-doubled",
        "/scim/Users, version-missing",
        "/scim, version-missing",
        "/scim/v1/Users, scim-1"
    })
    void aWrongBaseUrlIsSeen(String path, String mistake) {
        client().get(path);
        assertThat(mistakes()).containsExactly(mistake);
        assertThat(health().<String>path("mistakes[0].sentence")).isNotBlank();

        client().body("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a"}""").post("/scim/v2/Users");
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void scim1LeavesWithAWriteThatIsNot() {
        client().body("{\"schemas\":[\"urn:scim:schemas:core:1.0\"],\"userName\":\"a\"}")
                .post("/scim/v2/Users");
        client().get("/scim/v2/Users");
        assertThat(mistakes()).containsExactly("scim-1");

        client().body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"b\"}")
                .post("/scim/v2/Users");
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void aRevokedTokenNamesItsConnectionUntilAnotherIsUsed() {
        var other = tokens.another(token);
        tokens.revoke(token);

        assertThat(mistakesOnceThereIsOne(() -> client().get("/scim/v2/ResourceTypes")))
                .containsExactly("revoked-token");

        client(other.bearer()).get("/scim/v2/Users");
        assertThat(mistakes()).isEmpty();
    }

    @Test
    void aTokenAsAPasswordNamesItsConnection() {
        var basic = "Basic "
                + Base64.getEncoder().encodeToString(("rollcall:" + token.token()).getBytes(StandardCharsets.UTF_8));

        assertThat(mistakesOnceThereIsOne(
                        () -> client(basic).get("/scim/v2/Users").then().statusCode(401)))
                .containsExactly("basic-authentication");
    }

    @Test
    void whoMakesATokenUpIsNotedNowhere() {
        var forged = token.token().substring(0, token.token().length() - 8) + "AAAAAAAA";
        for (var i = 0; i < 50; i++) {
            client("Bearer " + forged).get("/scim/v2/Users").then().statusCode(401);
        }

        assertThat(mistakes()).isEmpty();
        assertThat(health().<String>path("state")).isEqualTo("waiting");
    }
}
