package dev.rollcall.scim.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service that counts no more than three matches of a walk by cursor.
@QuarkusTest
@TestProfile(UncountedTest.CountsThree.class)
@Proves("CU-005")
class UncountedTest {
    private static final int COUNTED = 3;

    private final TestTokens tokens;
    private String bearer = "";

    UncountedTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    /// The service's settings.
    public static final class CountsThree implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rollcall.pagination.counted-matches", Integer.toString(COUNTED));
        }
    }

    @BeforeEach
    void anOrganization() {
        bearer = tokens.anOrganization().issue().bearer();
    }

    @Test
    void aWalkThroughFewTellsHowManyThereAre() {
        Users.add(bearer, COUNTED);

        var first = get("cursor=&count=1").body("totalResults", equalTo(COUNTED));

        get("count=1&cursor=" + first.extract().<String>path("nextCursor")).body("totalResults", equalTo(COUNTED));
    }

    @Test
    void aWalkThroughManyDoesNotAndEndsAllTheSame() {
        Users.add(bearer, COUNTED + 1);

        var page = get("cursor=&count=2").body("", not(hasKey("totalResults"))).body("Resources", hasSize(2));
        page = get("count=2&cursor=" + page.extract().<String>path("nextCursor"))
                .body("", not(hasKey("totalResults")))
                .body("Resources", hasSize(2))
                .body("", not(hasKey("nextCursor")));

        assertThat(page.extract().<String>path("previousCursor")).isNotEmpty();
    }

    @Test
    void whoeverAsksForTheNumberAloneGetsIt() {
        Users.add(bearer, COUNTED + 1);

        get("cursor=&count=0").body("totalResults", equalTo(COUNTED + 1));
    }

    @Test
    void pagesByIndexTellTheNumber() {
        Users.add(bearer, COUNTED + 1);

        get("count=1").body("totalResults", equalTo(COUNTED + 1));
    }

    private ValidatableResponse get(String query) {
        return given().header("Authorization", bearer)
                .get("/scim/v2/Users?" + query)
                .then()
                .statusCode(200);
    }
}
