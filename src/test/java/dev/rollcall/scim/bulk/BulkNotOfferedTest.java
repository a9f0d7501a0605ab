package dev.rollcall.scim.bulk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BulkNotOfferedTest.WithoutBulk.class)
class BulkNotOfferedTest {
    private final TestTokens tokens;

    BulkNotOfferedTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    /// A service that its operator keeps from taking bulk requests.
    public static class WithoutBulk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rollcall.bulk.enabled", "false");
        }
    }

    @Test
    @Proves("BU-001")
    void whereItIsNotOfferedItIs501AndTheConfigurationSaysSo() {
        given().header("Authorization", tokens.anOrganization().issue().bearer())
                .contentType("application/scim+json")
                .body("{}")
                .post("/scim/v2/Bulk")
                .then()
                .statusCode(501)
                .body("status", equalTo("501"));
        given().get("/scim/v2/ServiceProviderConfig").then().body("bulk.supported", equalTo(false));
    }
}
