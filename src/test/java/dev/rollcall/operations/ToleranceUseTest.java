package dev.rollcall.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.testing.RecordedLog;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators see of the tolerances that requests need.
@QuarkusTest
class ToleranceUseTest {
    private static final Logger REQUESTS = Logger.getLogger("dev.rollcall.requests");

    private final TestTokens tokens;

    ToleranceUseTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void logEveryRequest() {
        REQUESTS.setLevel(Level.ALL);
    }

    @AfterEach
    void logAsBefore() {
        REQUESTS.setLevel(null);
    }

    @Test
    void aRequestCountsOnceForEachToleranceThatItNeeded() {
        var token = tokens.anOrganization().issue();
        var booleans = count(Tolerance.TEXT_AS_BOOLEAN);
        var empty = count(Tolerance.EMPTY_TEXT);

        var line = lineOf(token, user("\"active\":\"True\",\"nickName\":\"\",\"title\":\"\""));

        assertThat(line).contains("POST /scim/v2/Users 201 ").endsWith(" ms forgiven empty-text,text-as-boolean");
        assertThat(count(Tolerance.TEXT_AS_BOOLEAN)).isEqualTo(booleans + 1);
        assertThat(count(Tolerance.EMPTY_TEXT)).isEqualTo(empty + 1);
    }

    @Test
    void aRequestThatIsRefusedForSomethingElseCountsToo() {
        var token = tokens.anOrganization().issue();
        var before = count(Tolerance.TEXT_AS_BOOLEAN);

        var line = lineOf(token, user("\"active\":\"True\",\"emails\":{\"value\":[[]]}"));

        assertThat(line)
                .contains("POST /scim/v2/Users 400 ")
                .contains(" forgiven ")
                .contains("text-as-boolean");
        assertThat(count(Tolerance.TEXT_AS_BOOLEAN)).isEqualTo(before + 1);
    }

    @Test
    void whatIsNotForgivenOrNotNeededIsNotCounted() {
        var before = List.of(count(Tolerance.TEXT_AS_BOOLEAN), count(Tolerance.EMPTY_TEXT));
        var strict = tokens.anOrganization().inMode(ConformanceMode.STRICT).issue();

        assertThat(lineOf(strict, user("\"active\":\"True\"")))
                .contains(" 400 ")
                .endsWith(" ms");
        assertThat(lineOf(tokens.anOrganization().issue(), user("\"active\":true")))
                .contains(" 201 ")
                .endsWith(" ms");
        assertThat(List.of(count(Tolerance.TEXT_AS_BOOLEAN), count(Tolerance.EMPTY_TEXT)))
                .isEqualTo(before);
    }

    @Test
    void aRequestWithoutAClientIsLoggedAsEver() {
        try (var log = new RecordedLog()) {
            given().get("/scim/v2/Users").then().statusCode(401);
            given().get("/scim/v2/ServiceProviderConfig").then().statusCode(200);

            assertThat(log.text())
                    .contains("GET /scim/v2/Users 401 ", "GET /scim/v2/ServiceProviderConfig 200 ")
                    .doesNotContain("forgiven");
        }
    }

    @Test
    void everyToleranceHasItsCounterFromTheStart() {
        assertThat(Arrays.stream(Tolerance.values()).map(ToleranceUseTest::count))
                .allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(0));
    }

    private static String lineOf(TestToken token, String body) {
        try (var log = new RecordedLog()) {
            given().header("Authorization", token.bearer())
                    .contentType("application/scim+json")
                    .body(body)
                    .post("/scim/v2/Users");
            return log.text()
                    .lines()
                    .filter(line -> line.contains(" dev.rollcall.requests "))
                    .reduce((_, last) -> last)
                    .orElseThrow();
        }
    }

    private static double count(Tolerance tolerance) {
        var name = "rollcall_tolerances_total{tolerance=\"" + tolerance.keyword() + "\"} ";
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .reduce((_, _) -> {
                    throw new IllegalStateException("two counters");
                })
                .orElse(-1);
    }

    private static String user(String more) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen",%s}""".formatted(more);
    }
}
