package dev.rollcall.scim.throttling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.RecordedLog;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rate limits as clients meet them, with limits so low that a test meets them.
@QuarkusTest
@TestProfile(ThrottlingFilterTest.LowLimits.class)
class ThrottlingFilterTest {
    private static final int BURST = 20;
    private static final int BURST_OF_A_CREDENTIAL = 12;

    private final TestTokens tokens;

    ThrottlingFilterTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    /// A request a second, twenty at once.
    public static class LowLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rollcall.rate-limits.organization.requests-per-second",
                    "1",
                    "rollcall.rate-limits.organization.burst",
                    Integer.toString(BURST),
                    "rollcall.rate-limits.credential.requests-per-second",
                    "1",
                    "rollcall.rate-limits.credential.burst",
                    Integer.toString(BURST_OF_A_CREDENTIAL));
        }
    }

    @Test
    @Proves("SC-008")
    void aFloodIsRefusedAndToldWhenToComeAgainAndThenServed() throws InterruptedException {
        var token = tokens.anOrganization().issue();
        flood(token, BURST_OF_A_CREDENTIAL);

        var refused = refused(token);
        refused.then()
                .statusCode(429)
                .contentType("application/scim+json")
                .body("status", is("429"))
                .body("scimType", nullValue())
                .body("detail", containsString("This bearer token has sent too many requests"));
        var seconds = Integer.parseInt(refused.header("Retry-After"));
        assertThat(seconds).isEqualTo(1);
        assertThat(refused.header("X-Rate-Limit-Retry-After-Seconds")).isEqualTo("1");

        TimeUnit.SECONDS.sleep(seconds);
        users(token).then().statusCode(200);
    }

    @Test
    void everyAnswerTellsHowTheClientStands() {
        var token = tokens.anOrganization().issue();

        var first = users(token);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"credential\";q=12;w=12, \"organization\";q=20;w=20");
        assertThat(first.header("RateLimit")).isEqualTo("\"credential\";r=11;t=1, \"organization\";r=19;t=1");
        assertThat(first.header("X-Rate-Limit-Limit")).isEqualTo("12");
        assertThat(first.header("X-Rate-Limit-Remaining")).isEqualTo("11");
        assertThat(Long.parseLong(first.header("X-Rate-Limit-Reset")))
                .isBetween(Instant.now().getEpochSecond() - 10, Instant.now().getEpochSecond() + 2);
        assertThat(first.header("Retry-After")).isNull();
    }

    @Test
    void theFloodOfOneTokenLeavesTheOrganizationsOtherTokensAlone() {
        var token = tokens.anOrganization().issue();
        var colleague = tokens.another(token);
        flood(token, BURST_OF_A_CREDENTIAL + 20);

        // The organization has counted what was admitted, and only that.
        users(colleague).then().statusCode(200);
        assertThat(refused(token).header("RateLimit")).contains("\"credential\";r=0;t=1");
    }

    @Test
    void tokensOfOneOrganizationShareItsLimitAndNobodyElseDoes() {
        var token = tokens.anOrganization().issue();
        var colleague = tokens.another(token);
        var stranger = tokens.anOrganization().issue();
        flood(token, BURST_OF_A_CREDENTIAL);
        flood(colleague, BURST - BURST_OF_A_CREDENTIAL);

        var refused = refused(colleague);
        refused.then().body("detail", containsString("The organization has sent too many requests"));
        assertThat(refused.header("RateLimit")).contains("\"organization\";r=0");
        users(stranger).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Nothing", "/scim/v2/ServiceProviderConfig", "/scim/v2/Users/0"})
    void whatIsNotThereCountsToo(String path) {
        var token = tokens.anOrganization().issue();

        var remaining =
                given().header("Authorization", token.bearer()).get(path).header("X-Rate-Limit-Remaining");

        assertThat(remaining).isEqualTo("11");
    }

    @Test
    void whoIsNotKnownIsNotCounted() {
        for (var request = 0; request < 3 * BURST; request++) {
            var open = given().get("/scim/v2/ServiceProviderConfig");
            assertThat(open.statusCode()).isEqualTo(200);
            assertThat(open.header("RateLimit")).isNull();
        }
        given().header("Authorization", "Bearer nonsense")
                .get("/scim/v2/Users")
                .then()
                .statusCode(401)
                .header("RateLimit", nullValue());
    }

    @Test
    void aBulkRequestCountsAsItsOperations() {
        var token = tokens.anOrganization().issue();

        var four = bulk(token, 4);

        assertThat(four.statusCode()).isEqualTo(200);
        assertThat(four.header("X-Rate-Limit-Remaining")).isEqualTo("8");
    }

    @Test
    void aBulkRequestThatIsTooManyIsRefusedAsAWholeAndDoesNothing() {
        var token = tokens.anOrganization().issue();
        flood(token, 8);

        var refused = bulk(token, 30);

        refused.then()
                .statusCode(429)
                .contentType("application/scim+json")
                .body("detail", containsString("This bulk request counts as 30."));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 4);
        assertThat(users(token).jsonPath().getInt("totalResults")).isZero();
    }

    @Test
    void whoSendsABulkRequestAgainAndAgainDoesNotUseUpWhatItWaitsFor() {
        var token = tokens.anOrganization().issue();
        flood(token, 8);

        for (var i = 0; i < 6; i++) {
            bulk(token, 30).then().statusCode(429);
        }

        // Four were left, which grow by one a second.
        assertThat(Integer.parseInt(users(token).header("X-Rate-Limit-Remaining")))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aBodyThatCountsForMoreThanTheWholeBurstIsServedToAClientThatHasRestedAndOwedAfterwards() {
        var token = tokens.anOrganization().issue();

        createGroup(token, "g", 30 * 64 * 1024).then().statusCode(201);

        var refused = createGroup(token, "h", 30 * 64 * 1024);
        refused.then().statusCode(429).body("detail", containsString("Because of its body this request counts as 31."));
        // The token owes 19 of 12, and half of them have to be there: so long as the answer says it takes, and no
        // longer.
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(20, 25);
    }

    @Test
    void aBulkRequestOfMoreThanTheWholeBurstIsServedToAClientThatHasRestedAndOwedAfterwards() {
        var token = tokens.anOrganization().issue();

        assertThat(bulk(token, 30).statusCode()).isEqualTo(200);

        assertThat(Integer.parseInt(refused(token).header("Retry-After"))).isBetween(15, 19);
    }

    @Test
    void refusedRequestsAreLoggedAndMeasured() {
        var token = tokens.anOrganization().issue();
        flood(token, BURST_OF_A_CREDENTIAL);
        try (var log = new RecordedLog()) {
            refused(token);

            await().atMost(Duration.ofSeconds(5)).until(() -> log.text().contains("GET /scim/v2/Users 429"));
        }
        given().get("/q/metrics")
                .then()
                .body(containsString("rollcall_throttled_requests_total{limit=\"credential\"}"));
    }

    private static void flood(TestToken token, int requests) {
        for (var request = 0; request < requests; request++) {
            users(token);
        }
    }

    // The second that brings a new request may pass at any moment.
    private static Response refused(TestToken token) {
        return IntStream.range(0, 10)
                .mapToObj(_ -> users(token))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not refused"));
    }

    private static Response users(TestToken token) {
        return given().header("Authorization", token.bearer()).get("/scim/v2/Users");
    }

    private static Response createGroup(TestToken token, String displayName, int length) {
        return given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + displayName
                        + "\"}" + " ".repeat(length))
                .post("/scim/v2/Groups");
    }

    private static Response bulk(TestToken token, int operations) {
        var posts = IntStream.range(0, operations).mapToObj("""
                {"method":"POST","path":"/Users","bulkId":"b%1$d","data":\
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"u%1$d"}}"""::formatted).collect(Collectors.joining(","));
        return given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body("""
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}""".formatted(posts))
                .post("/scim/v2/Bulk");
    }
}
