package dev.rollcall.scim.persistence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A resource grows with every PATCH, and only so far.
@QuarkusTest
class LargeResourceTest {
    private static final String USERS = "/scim/v2/Users";

    // 120,000 bytes in JSON, and twice as many in a statement.
    private static final String LONG = "\\\\".repeat(60_000);
    private static final int AT_ONCE = 8;

    private final TestTokens tokens;

    LargeResourceTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @Test
    void aResourceThatGrowsTooLargeIsRefusedAndStaysAsItWas() {
        var bearer = tokens.anOrganization().issue().bearer();
        String user = request(bearer)
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"jane\"}")
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (var i = 0; i < 3; i++) {
            addAddresses(bearer, user, i).statusCode(200);
        }
        addAddresses(bearer, user, 3)
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"))
                .body("detail", containsString("too large"));
        request(bearer)
                .get(USERS + "/" + user)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"4\"")
                .body("addresses", hasSize(3 * AT_ONCE));
    }

    private static ValidatableResponse addAddresses(String bearer, String user, int request) {
        var addresses = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> "{\"formatted\":\"" + request + "." + i + LONG + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return request(bearer)
                .queryParam("attributes", "userName")
                .body(
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\","
                                + "\"path\":\"addresses\",\"value\":" + addresses + "}]}")
                .patch(USERS + "/" + user)
                .then();
    }

    private static RequestSpecification request(String bearer) {
        return given().header("Authorization", bearer).contentType("application/scim+json; charset=UTF-8");
    }
}
