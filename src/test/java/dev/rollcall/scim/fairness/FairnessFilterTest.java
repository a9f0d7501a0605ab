package dev.rollcall.scim.fairness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.testing.LockedTable;
import dev.rollcall.testing.Places;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Shares as clients meet them, on a service with few places, where a lock makes what is about users as slow as a test
/// needs it.
@QuarkusTest
@TestProfile(FairnessFilterTest.FewPlaces.class)
class FairnessFilterTest {
    private static final int REQUESTS_OF_ONE = 6;
    private static final int SCANS_OF_ONE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCAN = "title eq \"zz\"";

    private final TestTokens tokens;
    private final DataSource dataSource;
    private final MeterRegistry meters;
    private final Places places;

    FairnessFilterTest(TestTokens tokens, DataSource dataSource, MeterRegistry meters, Places places) {
        this.tokens = tokens;
        this.dataSource = dataSource;
        this.meters = meters;
        this.places = places;
    }

    /// Eight requests at once, three scans.
    public static class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rollcall.fairness.requests", "8",
                    "rollcall.fairness.scans", "3",
                    "rollcall.fairness.longest-wait", "PT0.3S",
                    "rollcall.fairness.scan-time", "PT3S",
                    "rollcall.rate-limits.organization.requests-per-second", "1",
                    "rollcall.rate-limits.organization.burst", "1000");
        }
    }

    @Test
    void scansBeyondTheShareAreRefusedWithAWaitAndASentenceAndTheOthersEndWithOne() throws Exception {
        var asking = tokens.anOrganization().issue();
        var quiet = tokens.anOrganization().issue();
        var running = new ArrayList<CompletableFuture<Response>>();
        try (var _ = lockedUsers()) {
            for (var i = 0; i < SCANS_OF_ONE; i++) {
                running.add(later(() -> users(asking, SCAN)));
            }
            places.awaitTaken("scans", SCANS_OF_ONE);

            users(asking, SCAN)
                    .then()
                    .statusCode(429)
                    .contentType("application/scim+json")
                    .header("Retry-After", "2")
                    .body("status", is("429"))
                    .body("scimType", nullValue())
                    .body("detail", containsString("too many searches at once that no index serves: 2 run at a time"))
                    .body("detail", containsString("emails.value, externalId"));
            groups(quiet).then().statusCode(200);

            for (var scan : running) {
                scan.get()
                        .then()
                        .statusCode(400)
                        .body("scimType", is("tooMany"))
                        .body("detail", containsString("The search took longer than 3 s and was ended: no index"));
            }
        }
        // What it took is counted: ten requests a second.
        var remaining = Integer.parseInt(groups(asking).header("X-Rate-Limit-Remaining"));
        assertThat(remaining).isLessThan(1000 - SCANS_OF_ONE * 20);
        places.awaitTaken("scans", 0);
        assertThat(meters.counter("rollcall.statements.ended", "class", "scan").count())
                .isGreaterThanOrEqualTo(SCANS_OF_ONE);
        assertThat(places.refused("scans", "late")).isPositive();
        users(asking, SCAN).then().statusCode(200);
    }

    @Test
    void requestsBeyondTheShareAreRefusedAndAnotherOrganizationDoesNotNotice() throws Exception {
        var asking = tokens.anOrganization().issue();
        var quiet = tokens.anOrganization().issue();
        var running = new ArrayList<CompletableFuture<Response>>();
        try (var _ = lockedUsers()) {
            for (var i = 0; i < REQUESTS_OF_ONE; i++) {
                running.add(later(() -> users(asking, "userName eq \"a\"")));
            }
            places.awaitTaken("requests", REQUESTS_OF_ONE);

            groups(asking)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "2")
                    .body("detail", containsString("too many requests at once: 6 are served at a time"));
            groups(quiet).then().statusCode(200);
        }
        for (var one : running) {
            one.get().then().statusCode(200);
        }
        places.awaitTaken("requests", 0);
        groups(asking).then().statusCode(200);
    }

    @Test
    void whoWaitsIsServedWhenAPlaceBecomesFree() throws Exception {
        var asking = tokens.anOrganization().issue();
        var running = new ArrayList<CompletableFuture<Response>>();
        CompletableFuture<Response> waiting;
        try (var _ = lockedUsers()) {
            for (var i = 0; i < REQUESTS_OF_ONE; i++) {
                running.add(later(() -> users(asking, "userName eq \"a\"")));
            }
            places.awaitTaken("requests", REQUESTS_OF_ONE);
            waiting = later(() -> groupsWithPatience(asking));
        }
        assertThat(statuses(running)).containsOnly(200);
        assertThat(waiting.get().statusCode()).isEqualTo(200);
    }

    @Test
    void aLargeBodyCountsAsSeveralRequests() {
        var token = tokens.anOrganization().issue();
        var before = Integer.parseInt(groups(token).header("X-Rate-Limit-Remaining"));

        var answer = as(token)
                .contentType("application/scim+json")
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"large\","
                        + "\"title\":\""
                        + "x".repeat(3 * 64 * 1024) + "\"}")
                .post("/scim/v2/Users");

        assertThat(Integer.parseInt(answer.header("X-Rate-Limit-Remaining"))).isBetween(before - 4, before - 3);
    }

    private interface Call {
        Response send();
    }

    private static CompletableFuture<Response> later(Call call) {
        return CompletableFuture.supplyAsync(
                call::send, task -> Thread.ofVirtual().start(task));
    }

    private static List<Integer> statuses(List<CompletableFuture<Response>> answers)
            throws ExecutionException, InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        return statuses;
    }

    private LockedTable lockedUsers() throws SQLException {
        return LockedTable.of(dataSource, "scim_user");
    }

    private static io.restassured.specification.RequestSpecification as(TestToken token) {
        return given().header("Authorization", token.bearer());
    }

    private static Response users(TestToken token, String filter) {
        return as(token).queryParam("filter", filter).get("/scim/v2/Users");
    }

    private static Response groups(TestToken token) {
        return as(token).get("/scim/v2/Groups?count=1");
    }

    /// As a client that comes again after a 429.
    private static Response groupsWithPatience(TestToken token) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var answer = groups(token);
        while (answer.statusCode() == 429 && System.nanoTime() < end) {
            answer = groups(token);
        }
        return answer;
    }
}
