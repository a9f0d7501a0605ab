package dev.rollcall.security.throttling;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.LockedTable;
import dev.rollcall.testing.Places;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Shares of the management API, on a service with few places, where a lock makes what is about roles, or about
/// people, as slow as a test needs it.
@QuarkusTest
@TestProfile(ApiFairnessTest.FewPlaces.class)
class ApiFairnessTest {
    private static final int REQUESTS_OF_ONE = 6;
    private static final int SEARCHES_OF_ONE = 2;

    private final Callers callers;
    private final TestTokens tokens;
    private final DataSource dataSource;
    private final Places places;

    ApiFairnessTest(Callers callers, TestTokens tokens, DataSource dataSource, Places places) {
        this.callers = callers;
        this.tokens = tokens;
        this.dataSource = dataSource;
        this.places = places;
    }

    /// Eight requests at once, three large ones.
    public static class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rollcall.fairness.requests", "8",
                    "rollcall.fairness.large-requests", "3",
                    "rollcall.fairness.longest-wait", "PT0.3S");
        }
    }

    @Test
    void whatIsAboutOneOrganizationHasAShareWhoeverAsksAndNobodyElseNotices() throws Exception {
        var token = tokens.anOrganization().issue();
        var organization = token.organizationId();
        var quiet = tokens.anOrganization().issue().organizationId();
        var asking = List.of(callers.admin(organization), callers.operator(), callers.operatorOf(organization));
        var running = new ArrayList<CompletableFuture<Response>>();
        try (var _ = LockedTable.of(dataSource, "role")) {
            for (var i = 0; i < REQUESTS_OF_ONE; i++) {
                running.add(later(asking.get(i % asking.size()), organization, "roles"));
            }
            places.awaitTaken("requests", REQUESTS_OF_ONE);

            for (var caller : asking) {
                refused(get(caller, organization, "teams"), "too many requests at once: 6 are served at a time");
            }
            get(callers.admin(quiet), quiet, "teams").then().statusCode(200);
            get(callers.operator(), quiet, "teams").then().statusCode(200);
            given().header("Authorization", token.bearer())
                    .get("/scim/v2/Groups?count=1")
                    .then()
                    .statusCode(200);
        }
        for (var one : running) {
            one.get().then().statusCode(200);
        }
        places.awaitTaken("requests", 0);
        get(callers.admin(organization), organization, "teams").then().statusCode(200);
    }

    @Test
    void searchesOfMembersAreLargeRequests() throws Exception {
        var organization = tokens.anOrganization().issue().organizationId();
        var admin = callers.admin(organization);
        var running = new ArrayList<CompletableFuture<Response>>();
        try (var _ = LockedTable.of(dataSource, "person")) {
            for (var i = 0; i < SEARCHES_OF_ONE; i++) {
                running.add(later(admin, organization, "members?search=bar"));
            }
            places.awaitTaken("large_requests", SEARCHES_OF_ONE);

            refused(
                    get(admin, organization, "members?search=bar"),
                    "searches of members at once: 2 are served at a time");
            get(admin, organization, "teams").then().statusCode(200);
        }
        for (var one : running) {
            one.get().then().statusCode(200);
        }
        places.awaitTaken("large_requests", 0);
    }

    private static void refused(Response answer, String sentence) {
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .header("Cache-Control", "no-store")
                .body("status", is(429))
                .body("type", endsWith("too-many-requests"))
                .body("detail", containsString(sentence));
    }

    private static Response get(RequestSpecification caller, UUID organization, String what) {
        return given().spec(caller).get("/api/v1/organizations/" + organization + "/" + what);
    }

    private static CompletableFuture<Response> later(RequestSpecification caller, UUID organization, String what) {
        return CompletableFuture.supplyAsync(() -> get(caller, organization, what), Thread::startVirtualThread);
    }
}
