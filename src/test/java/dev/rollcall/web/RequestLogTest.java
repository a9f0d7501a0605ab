package dev.rollcall.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.RecordedLog;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestLogTest {
    private static final String HEADER = "X-Request-Id";
    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final TestTokens tokens;

    RequestLogTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e", "Root-1:5f84.x_y-Z"})
    void keepsWhatItIsGiven(String id) {
        assertThat(answered(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a\tb", "%0d%0aINFO", "{\"x\":1}", "<b>", "a/b", "a;b", "\u00fc"})
    void replacesWhatCouldForgeALine(String id) {
        assertThat(answered(id)).matches(UUID_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"128, true", "129, false"})
    void replacesWhatIsTooLong(int length, boolean isKept) {
        var id = "x".repeat(length);

        assertThat(answered(id).equals(id)).isEqualTo(isKept);
    }

    @Test
    void givesEachRequestWithoutOneItsOwn() {
        assertThat(given().get("/nothing").header(HEADER))
                .matches(UUID_TEXT)
                .isNotEqualTo(given().get("/nothing").header(HEADER));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/nothing, /nothing",
        "/nothing?secret=1, /nothing",
        "/scim/v2/Users/0, /scim/v2/Users/0",
        "/scim/v2/Users/0?filter=secret, /scim/v2/Users/0",
        "/scim/v2/Crates/0, /scim/v2/Crates/0",
        "/scim/v2/Crates/0?attributes=secret, /scim/v2/Crates/0",
        "/scim/v2/Roles/0/, /scim/v2/Roles/0"
    })
    void oneLineShowsThePathAsClientsKnowItAndNoQuery(String sent, String shown) {
        var token = tokens.anOrganization().issue();
        try (var log = new RecordedLog()) {
            given().header("Authorization", token.bearer()).get(sent);

            assertThat(log.text()).doesNotContain("secret");
            assertThat(log.text().lines().filter(line -> line.contains("dev.rollcall.requests")))
                    .singleElement()
                    .asString()
                    .matches("INFO dev\\.rollcall\\.requests GET " + shown + " 404 \\d+ ms.*");
        }
    }

    @Test
    void whatWasServedIsNoLineForAnOperator() {
        try (var log = new RecordedLog()) {
            given().get("/.well-known/jwks.json");

            assertThat(log.text()).doesNotContain("INFO dev.rollcall.requests");
        }
    }

    @Test
    void whatIsRefusedBeforeItIsRoutedIsLoggedToo() {
        try (var log = new RecordedLog()) {
            var answer = given().header("Authorization", "Bearer x").get("/scim/v2/Crates/" + UUID.randomUUID());

            assertThat(answer.header(HEADER)).matches(UUID_TEXT);
            assertThat(log.text()).containsPattern("GET /scim/v2/Crates/" + UUID_TEXT + " 401 ");
        }
    }

    private static String answered(String id) {
        return given().header(HEADER, id).get("/nothing").header(HEADER);
    }
}
