package dev.rollcall.scim.protocol;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.RecordedLog;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UnexpectedFailureTest {
    private static final Pattern INCIDENT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TestTokens tokens;

    UnexpectedFailureTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "web", "gateway", "error"})
    @Proves({"ER-001", "ER-002", "ER-005"})
    void showsNothingOfTheInsideButANumberThatIsInTheLog(String how) {
        try (var log = new RecordedLog()) {
            var answer = given().header(
                            "Authorization", tokens.anOrganization().issue().bearer())
                    .get("/scim/v2/Broken/" + how);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.contentType()).isEqualTo("application/scim+json");
            assertThat(answer.jsonPath().getString("status")).isEqualTo("500");
            assertThat(answer.asString())
                    .contains("urn:ietf:params:scim:api:messages:2.0:Error")
                    .doesNotContain("hunter2", "SELECT", "Exception", "dev.rollcall");
            var incident = INCIDENT.matcher(answer.jsonPath().getString("detail"));
            assertThat(incident.find()).isTrue();
            assertThat(log.text()).contains(incident.group());
        }
    }
}
