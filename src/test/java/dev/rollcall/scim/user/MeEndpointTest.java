package dev.rollcall.scim.user;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MeEndpointTest {
    private static final String ME = "/scim/v2/Me";
    private static final String USERS = "/scim/v2/Users";
    private static final String USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen","title":"Tour guide"}
            """;

    private final TestTokens tokens;
    private TestToken client = new TestToken(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0), "");
    private String id = "";
    private String location = "";
    private String bearer = "";

    MeEndpointTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void aUserWithATokenOfHerOwn() {
        client = tokens.anOrganization().issue();
        var created = as(client.bearer()).body(USER).post(USERS).then().statusCode(201);
        id = created.extract().path("id");
        location = created.extract().header("Location");
        bearer = tokens.forUser(client, UUID.fromString(id), Scope.READ, Scope.WRITE)
                .bearer();
    }

    @Test
    @Proves("ME-003")
    void readsReplacesModifiesAndDeletesTheUserAndNamesHerPermanentUri() {
        located(as(bearer).get(ME), 200)
                .header("ETag", "W/\"1\"")
                .header("Content-Type", "application/scim+json")
                .body("id", equalTo(id))
                .body("meta.location", equalTo(location));
        located(as(bearer).header("If-None-Match", "W/\"1\"").get(ME), 304);
        located(as(bearer).body(USER.replace("guide", "leader")).put(ME), 200)
                .header("ETag", "W/\"2\"")
                .body("title", equalTo("Tour leader"));
        located(as(bearer).body(patch("Head")).queryParam("attributes", "title").patch(ME), 200)
                .body("title", equalTo("Head"))
                .body("$", not(hasKey("userName")));
        as(client.bearer()).get(location).then().body("title", equalTo("Head"));
        located(as(bearer).delete(ME), 204);
        as(client.bearer()).get(location).then().statusCode(404);
    }

    @Test
    void theRulesOfUsersHold() {
        as(client.bearer())
                .body(USER.replace("bjensen", "other"))
                .post(USERS)
                .then()
                .statusCode(201);

        refused(as(bearer).body(USER.replace("bjensen", "OTHER")).put(ME), 409);
        refused(as(bearer).header("If-Match", "W/\"7\"").body(patch("x")).patch(ME), 412);
        refused(as(bearer).body("{}").patch(ME), 400);
        refused(as(bearer).body(USER).contentType("text/plain").put(ME), 415);
        as(bearer).get(ME).then().header("ETag", "W/\"1\"");
    }

    @Test
    @Proves("ME-004")
    void withoutATokenItIs401AndWithoutTheUserItIs404() {
        refused(given().contentType("application/scim+json").get(ME), 401)
                .header("WWW-Authenticate", containsString("Bearer realm"));
        as(client.bearer()).delete(location).then().statusCode(204);

        refused(as(bearer).get(ME), 404);
        refused(as(bearer).body(patch("x")).patch(ME), 404);
        refused(as(bearer).body(USER).put(ME), 404);
        refused(as(bearer).delete(ME), 404);
    }

    @Test
    @Proves("ME-001")
    void isNotOfferedToATokenThatStandsForNoUser() {
        refused(as(client.bearer()).get(ME), 501);
        refused(as(client.bearer()).body(patch("x")).patch(ME), 501);
        refused(as(client.bearer()).body(USER).put(ME), 501);
        refused(as(client.bearer()).delete(ME), 501);
    }

    @Test
    void cannotBeCreated() {
        refused(as(bearer).body(USER).post(ME), 405).header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        refused(as(bearer).get(ME + "/x"), 403);
        refused(as(client.bearer()).get(ME + "/x"), 404);
    }

    @Test
    @Proves({"AU-006", "AU-009"})
    void aUserSeesHerselfAndTheDefinitionsAndNothingElse() {
        for (var path :
                new String[] {USERS, USERS + "/" + id, USERS + "/0", "/scim/v2/Groups", "/scim/v2", "/scim/v2/x"}) {
            refused(as(bearer).get(path), 403).header("WWW-Authenticate", containsString("insufficient_scope"));
        }
        refused(as(bearer).body(USER).post(USERS), 403);
        refused(as(bearer).body(patch("x")).patch(USERS + "/" + id), 403);
        refused(as(bearer).delete(USERS + "/" + id), 403);
        refused(as(bearer).body("{}").post("/scim/v2/Bulk"), 403);
        refused(as(bearer).body("{}").post(USERS + "/.search"), 403);
        for (var path : new String[] {"ServiceProviderConfig", "ResourceTypes", "ResourceTypes/User", "Schemas"}) {
            as(bearer).get("/scim/v2/" + path).then().statusCode(200);
        }
        as(bearer).get("/scim/v2/me").then().statusCode(200);
    }

    @ParameterizedTest
    @Proves("AU-009")
    @ValueSource(
            strings = {
                "/scim/v2/Schemas/../Users",
                "/scim/v2/Schemas/%2e%2e/Users",
                "/scim/v2/Me/../Users",
                "/scim/v2/Me;/Users",
                "/scim/v2/Me/../../v2/Users",
                "/scim/v2//Users",
            })
    void noSpellingOfAPathLeadsAUserElsewhere(String path) {
        var answer = given().urlEncodingEnabled(false)
                .header("Authorization", bearer)
                .get(path);

        answer.then().statusCode(not(equalTo(200))).body(not(containsString("totalResults")));
    }

    @Test
    @Proves("AU-009")
    void aUserWhoMayOnlyReadChangesNothing() {
        var reader = tokens.forUser(client, UUID.fromString(id), Scope.READ).bearer();

        as(reader).get(ME).then().statusCode(200).body("userName", equalTo("bjensen"));
        refused(as(reader).body(patch("x")).patch(ME), 403).body("detail", containsString("scim.write"));
        refused(as(reader).delete(ME), 403);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", bearer).contentType("application/scim+json");
    }

    private ValidatableResponse located(io.restassured.response.Response answer, int status) {
        return answer.then().statusCode(status).header("Location", location);
    }

    private static ValidatableResponse refused(io.restassured.response.Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .header("Content-Type", "application/scim+json")
                .body("status", equalTo(Integer.toString(status)));
    }

    private static String patch(String title) {
        return """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"replace","path":"title","value":"%s"}]}
                """.formatted(title);
    }
}
