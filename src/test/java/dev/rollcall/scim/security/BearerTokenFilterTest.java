package dev.rollcall.scim.security;

import static dev.rollcall.connection.ConnectionState.OFF;
import static dev.rollcall.connection.ConnectionState.ON;
import static dev.rollcall.connection.ConnectionState.PAUSED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.organization.Plan;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import dev.rollcall.token.ForgedTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BearerTokenFilterTest {
    private static final String PROBE = "/scim/v2/Probe";
    private static final String SCIM = "application/scim+json";

    private final TestTokens tokens;
    private final ForgedTokens forged;

    BearerTokenFilterTest(TestTokens tokens, ForgedTokens forged) {
        this.tokens = tokens;
        this.forged = forged;
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("GET", PROBE, SCIM),
                Arguments.of("GET", "/scim/v2/Nothing", SCIM),
                Arguments.of("GET", "/scim", SCIM),
                Arguments.of("GET", "/scim/", SCIM),
                Arguments.of("GET", "/scim/v2/ServiceProviderConfig", SCIM),
                Arguments.of("DELETE", PROBE, SCIM),
                Arguments.of("PATCH", "/scim/v2/Nothing/at/all", SCIM),
                Arguments.of("PURGE", PROBE, SCIM),
                Arguments.of("POST", PROBE, "text/plain"),
                Arguments.of("POST", PROBE, SCIM),
                Arguments.of("OPTIONS", PROBE, SCIM));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("requests")
    @Proves({"AU-001", "AU-004", "AU-007", "AU-011", "MT-002"})
    void answersEveryBadTokenAlike(String method, String path, String contentType) {
        forged.of(tokens.anOrganization().issue()).forEach((fault, token) -> {
            var response = given().header("Authorization", "Bearer " + token)
                    .contentType(contentType)
                    .request(method, path);

            assertThat(response.statusCode()).as(fault).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate"))
                    .as(fault)
                    .isEqualTo("Bearer realm=\"scim\", error=\"invalid_token\"");
            assertThat(response.contentType()).as(fault).isEqualTo(SCIM);
            assertThat(response.asString())
                    .as(fault)
                    .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"401\","
                            + "\"detail\":\"" + Refusal.INVALID_TOKEN.detail() + "\"}");
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("requests")
    @Proves({"AU-001", "AU-003", "AU-013"})
    void asksForCredentialsOnEveryPath(String method, String path, String contentType) {
        if (ScimAccess.isOpen(method, path)) {
            return;
        }
        given().contentType(contentType)
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType(SCIM)
                .header("WWW-Authenticate", "Bearer realm=\"scim\"")
                .body("status", is("401"), "schemas", is(List.of("urn:ietf:params:scim:api:messages:2.0:Error")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Probe/",
                "//scim/v2/Probe",
                "/x/../scim/v2/Probe",
                "/%73cim/v2/Probe",
                "/scim;a=b/v2/Probe",
                "/scim/v2;a=b/Probe",
                "/./scim/v2/Probe",
                "/scim/v2/ServiceProviderConfig/../Probe",
                "/scim/v2/ServiceProviderConfig/%2e%2e/Probe",
                "/scim/v2/Probe?x=/ServiceProviderConfig"
            })
    void isNotPassedByAnotherSpellingOfThePath(String path) {
        var response = given().urlEncodingEnabled(false).get(path);

        assertThat(response.statusCode()).isIn(401, 404);
        assertThat(response.asString()).doesNotContain("COMPATIBLE");
    }

    @Test
    @Proves("AU-003")
    void doesNotTakeBasicCredentials() {
        given().header("Authorization", "Basic YTpi")
                .get(PROBE)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"scim\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    @Proves("AU-002")
    void takesTheSchemeInAnyCase(String scheme) {
        var token = tokens.anOrganization().issue();

        given().header("Authorization", scheme + "  " + token.token())
                .get(PROBE)
                .then()
                .statusCode(200);
    }

    @Test
    @Proves({"AU-005", "AU-008"})
    void doesNotTakeATokenFromTheQuery() {
        var token = tokens.anOrganization().issue();

        given().queryParam("access_token", token.token()).get(PROBE).then().statusCode(401);
        malformed(as(token).queryParam("access_token", token.token()).get(PROBE));
    }

    @Test
    @Proves("AU-005")
    void refusesSeveralAuthorizationHeaders() {
        var token = tokens.anOrganization().issue();

        malformed(
                given().header("Authorization", token.bearer(), token.bearer()).get(PROBE));
    }

    private static void malformed(Response response) {
        response.then()
                .statusCode(400)
                .contentType(SCIM)
                .header("WWW-Authenticate", "Bearer realm=\"scim\", error=\"invalid_request\"")
                .body("status", is("400"));
    }

    @Test
    void readsTheServiceProviderConfigWithoutCredentials() {
        var status = given().get("/scim/v2/ServiceProviderConfig").statusCode();

        // 404 as long as nothing else is there.
        assertThat(status).isIn(200, 404);
    }

    @Test
    @Proves("MT-001")
    void tellsTheEndpointWhoCalls() {
        var token = tokens.anOrganization().inMode(ConformanceMode.STRICT).issue();
        var expected = "\"" + token.organizationId() + " " + token.connectionId() + " " + token.credentialId()
                + " STRICT scim.read scim.write\"";

        // The second time from the cache, on the event loop.
        for (var path : List.of(PROBE, PROBE, PROBE + "/event-loop", PROBE + "/event-loop")) {
            as(token).get(path).then().statusCode(200).body(equalTo(expected));
        }
    }

    @Test
    void takesABodyAfterItWasSuspended() {
        var body = "x".repeat(1_000_000);

        for (var round = 0; round < 3; round++) {
            as(tokens.anOrganization().issue())
                    .contentType(SCIM)
                    .body(body)
                    .post(PROBE)
                    .then()
                    .statusCode(200)
                    .body(equalTo("1000000"));
        }
    }

    @Test
    void refusesALargeBodyWithoutBreakingTheConnection() {
        for (var round = 0; round < 3; round++) {
            given().header("Authorization", "Bearer x")
                    .contentType(SCIM)
                    .body("x".repeat(2_000_000))
                    .post(PROBE)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void setsAnIdentityThatAnnotationsUnderstand() {
        var writer = tokens.anOrganization().withScope(Scope.WRITE).issue();
        var reader = tokens.anOrganization().withScope(Scope.READ).issue();

        as(reader).get(PROBE + "/service").then().statusCode(200).body(is("read"));
        as(reader).get(PROBE + "/permission").then().statusCode(200).body(is("read"));
        as(reader).get(PROBE + "/writers").then().statusCode(403);
        as(writer).get(PROBE + "/writers").then().statusCode(403);
        as(tokens.anOrganization().issue()).get(PROBE + "/writers").then().statusCode(200);
    }

    @Test
    @Proves({"AU-006", "AU-009"})
    void letsAReaderReadOnly() {
        var reader = tokens.anOrganization().withScope(Scope.READ).issue();

        as(reader).get(PROBE).then().statusCode(200);
        as(reader).contentType(SCIM).body("{}").post(PROBE + "/.search").then().statusCode(200);
        insufficient(as(reader).contentType(SCIM).body("{}").post(PROBE), "scim.write");
        insufficient(as(reader).delete("/scim/v2/Nothing"), "scim.write");
        as(reader).get("/scim/v2/Nothing").then().statusCode(404);
    }

    @Test
    @Proves({"AU-006", "AU-009"})
    void letsAWriterWriteOnly() {
        var writer = tokens.anOrganization().withScope(Scope.WRITE).issue();

        as(writer).contentType(SCIM).body("{}").post(PROBE).then().statusCode(200);
        insufficient(as(writer).get(PROBE), "scim.read");
    }

    private static void insufficient(Response response, String scope) {
        response.then()
                .statusCode(403)
                .contentType(SCIM)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"scim\", error=\"insufficient_scope\", scope=\"" + scope + "\"")
                .body("status", is("403"), "detail", containsString(scope));
    }

    @Test
    @Proves("AU-009")
    void refusesAnOrganizationWhosePlanHasNoScim() {
        var token = tokens.anOrganization().onPlan(Plan.TEAM).issue();

        forbidden(token, "ENTERPRISE");
        tokens.changePlan(token, Plan.ENTERPRISE);
        eventually(token, 200);
        tokens.changePlan(token, Plan.FREE);
        eventually(token, 403);
    }

    @Test
    @Proves("AU-009")
    void refusesAConnectionThatIsPausedOrOff() {
        var token = tokens.anOrganization().issue();

        tokens.changeState(token, PAUSED);
        forbidden(token, "paused");
        tokens.changeState(token, ON);
        eventually(token, 200);
        tokens.changeState(token, OFF);
        eventually(token, 403);
        forbidden(token, "turned off");
    }

    private static void forbidden(TestToken token, String words) {
        as(token)
                .get("/scim/v2/Nothing")
                .then()
                .statusCode(403)
                .contentType(SCIM)
                .header("WWW-Authenticate", nullValue())
                .body("status", is("403"), "detail", containsString(words));
    }

    @Test
    @Proves({"AU-004", "AU-010"})
    void seesARevocationWithinTwoSeconds() {
        var revoked = tokens.anOrganization().issue();
        var other = tokens.another(revoked);
        as(revoked).get(PROBE).then().statusCode(200);

        tokens.revoke(revoked);

        eventually(revoked, 401);
        as(other).get(PROBE).then().statusCode(200);
    }

    @Test
    @Proves("AU-010")
    void refusesATokenThatExpiresWhileItIsKnown() {
        // Together with the leeway for clocks that differ, it lives for six seconds.
        var token = tokens.anOrganization().living(Duration.ofSeconds(1)).issue();

        as(token).get(PROBE).then().statusCode(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> as(token).get(PROBE).statusCode() == 401);
    }

    private static void eventually(TestToken token, int status) {
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> as(token).get(PROBE).statusCode() == status);
    }

    private static RequestSpecification as(TestToken token) {
        return given().header("Authorization", token.bearer());
    }
}
