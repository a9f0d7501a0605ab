package dev.rollcall.scim.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UsersEndpointTest {
    private static final String USERS = "/scim/v2/Users";
    private static final String BARBARA = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen","password":"t1meMa$heen",
             "name":{"givenName":"Barbara","familyName":"Jensen"},
             "emails":[{"value":"bjensen@example.com","type":"work","primary":true},{"value":"babs@jensen.example","type":"home"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"701984"}}
            """;

    private final TestTokens tokens;
    private final UserRepository users;
    private String bearer = "";
    private UUID organization = new UUID(0, 0);

    UsersEndpointTest(TestTokens tokens, UserRepository users) {
        this.tokens = tokens;
        this.users = users;
    }

    @BeforeEach
    void anOrganization() {
        var token = tokens.anOrganization().issue();
        organization = token.organizationId();
        bearer = token.bearer();
    }

    @Test
    void createsAUserAndAnswersWithItsLocationVersionAndAttributes() {
        var created = post(BARBARA)
                .statusCode(201)
                .header("Content-Type", "application/scim+json")
                .header("ETag", "W/\"1\"")
                .body("userName", equalTo("bjensen"))
                .body("active", equalTo(true))
                .body("schemas", hasSize(2))
                .body("$", not(hasKey("password")))
                .body("meta.version", equalTo("W/\"1\""))
                .extract();
        var location = created.header("Location");
        given().header("Authorization", bearer)
                .get(location)
                .then()
                .statusCode(200)
                .body("meta.location", equalTo(location))
                .body("emails[0].type", equalTo("work"))
                .body("'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'.employeeNumber", equalTo("701984"));
    }

    @Test
    void sendsAnAnswerThatIsHeldInOnePieceWithItsLength() {
        var location =
                post(BARBARA.replace("Barbara", "B\\u00e4rbel")).extract().header("Location");
        var answer = given().header("Authorization", bearer).get(location);
        assertThat(answer.header("Transfer-Encoding")).isNull();
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.asByteArray().length));
    }

    @Test
    void refusesTheSameNameInOtherLetterCase() {
        post(BARBARA).statusCode(201);
        post(BARBARA.replace("bjensen\"", "BJensen\"")).statusCode(409).body("scimType", equalTo("uniqueness"));
    }

    @Test
    void findsUsersByFilters() {
        post(BARBARA).statusCode(201);
        post(BARBARA.replace("bjensen\"", "other\"").replace("@", "+other@")).statusCode(201);
        search("userName Eq \"BJENSEN\"").body("totalResults", equalTo(1));
        search("emails eq \"BJensen@example.com\"").body("Resources[0].userName", equalTo("bjensen"));
        search("emails[type eq \"work\"].value sw \"bjensen@\"").body("totalResults", equalTo(1));
        search("name.familyName eq \"jensen\" and not (userName eq \"other\")").body("totalResults", equalTo(1));
        search("email Co \"x\"")
                .statusCode(400)
                .body("scimType", equalTo("invalidFilter"))
                .body("detail", containsString("emails"));
    }

    @Test
    void pagesInAStableOrder() {
        for (var i = 0; i < 5; i++) {
            post(BARBARA.replace("bjensen\"", "user" + i + "\"")).statusCode(201);
        }
        authorized()
                .queryParam("startIndex", 4)
                .queryParam("count", 3)
                .get(USERS)
                .then()
                .body("totalResults", equalTo(5))
                .body("itemsPerPage", equalTo(2))
                .body("Resources.userName", equalTo(List.of("user3", "user4")));
        authorized()
                .queryParam("startIndex", 9)
                .get(USERS)
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(5))
                .body("Resources", hasSize(0));
        authorized().queryParam("count", -1).get(USERS).then().body("totalResults", equalTo(5));
    }

    @Test
    void replacesAUserAndKeepsWhatAServerDecides() {
        var location = post(BARBARA).extract().header("Location");
        authorized()
                .body("""
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"other","userName":"bjensen","title":"Boss"}
                        """)
                .put(location)
                .then()
                .statusCode(200)
                .body("title", equalTo("Boss"))
                .body("active", equalTo(true))
                .body("emails", nullValue())
                .header("ETag", "W/\"2\"");
        search("emails.value eq \"bjensen@example.com\"").body("totalResults", equalTo(0));
    }

    @Test
    void writesNothingWhereNothingChanges() {
        var location = post(BARBARA).extract().header("Location");
        var body = authorized().get(location).asString();
        authorized().body(body).put(location).then().statusCode(200).header("ETag", "W/\"1\"");
        authorized().body(BARBARA).put(location).then().statusCode(200).header("ETag", "W/\"1\"");
    }

    @Test
    void modifiesAllOrNothing() {
        var location = post(BARBARA).extract().header("Location");
        patch(location, """
                {"op":"replace","path":"title","value":"x"},{"op":"replace","path":"active","value":"maybe"}""").statusCode(400);
        authorized().get(location).then().body("title", nullValue()).header("ETag", "W/\"1\"");
        patch(location, """
                {"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"new@example.com"}""").statusCode(200).body("emails[0].value", equalTo("new@example.com"));
        search("emails.value eq \"new@example.com\"").body("totalResults", equalTo(1));
    }

    @Test
    void honoursConditions() {
        var location = post(BARBARA).extract().header("Location");
        authorized().header("If-None-Match", "W/\"1\"").get(location).then().statusCode(304);
        authorized().header("If-Match", "W/\"7\"").delete(location).then().statusCode(412);
        authorized()
                .header("If-Match", "\"7\", W/\"1\"")
                .delete(location)
                .then()
                .statusCode(204);
        authorized().get(location).then().statusCode(404).contentType("application/scim+json");
        post(BARBARA).statusCode(201).header("Location", not(equalTo(location)));
    }

    @Test
    void bringsADisabledUserBackUnderItsId() {
        var location = post(BARBARA).extract().header("Location");
        patch(location, "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                .statusCode(200)
                .body("active", equalTo(false));
        post(BARBARA).statusCode(201).header("Location", location).body("active", equalTo(true));
    }

    @Test
    void narrowsAnswersToWhatIsAskedFor() {
        var location = post(BARBARA).extract().header("Location");
        authorized()
                .queryParam("attributes", "USERNAME,emails.value,password")
                .get(location)
                .then()
                .body("keySet()", equalTo(Set.of("schemas", "id", "userName", "emails")));
        authorized()
                .queryParam("attributes", "a")
                .queryParam("excludedAttributes", "b")
                .get(location)
                .then()
                .statusCode(400);
    }

    @Proves("US-013")
    @Test
    void keepsOfAPasswordOnlyItsHash() {
        var id = UUID.fromString(post(BARBARA).statusCode(201).extract().path("id"));

        var user = users.find(organization, id).orElseThrow();

        var hash = Objects.requireNonNull(user.passwordHash);
        assertThat(PasswordHash.matches("t1meMa$heen", hash)).isTrue();
        assertThat(hash + user.document + user.searchDocument).doesNotContain("t1meMa$heen");
    }

    @Proves({"PU-006", "PA-023"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op': 'remove', 'path': 'password'}",
                "{'op': 'replace', 'path': 'password', 'value': null}",
                "{'op': 'replace', 'value': {'password': null}}"
            })
    void forgetsAPasswordThatIsRemoved(String operation) {
        var location = post(BARBARA).extract().header("Location");

        patch(location, operation.replace('\'', '"')).statusCode(200).header("ETag", "W/\"2\"");

        assertThat(passwordHash(location)).isEmpty();
        patch(location, operation.replace('\'', '"')).statusCode(200).header("ETag", "W/\"2\"");
    }

    @Proves("PU-006")
    @Test
    void forgetsAPasswordThatIsReplacedByNullAndKeepsOneThatIsLeftOut() {
        var location = post(BARBARA).extract().header("Location");

        put(location, BARBARA.replace("\"password\":\"t1meMa$heen\",", "")).header("ETag", "W/\"1\"");
        assertThat(passwordHash(location)).isPresent();

        put(location, BARBARA.replace("\"t1meMa$heen\"", "null")).header("ETag", "W/\"2\"");
        assertThat(passwordHash(location)).isEmpty();
    }

    @Test
    void aUserWhoIsBroughtBackHasNoPasswordButTheOneThatWasSent() {
        var withoutPassword = BARBARA.replace("\"password\":\"t1meMa$heen\",", "");
        var location = post(BARBARA).extract().header("Location");

        patch(location, "{\"op\":\"replace\",\"value\":{\"active\":false}}");
        post(BARBARA).statusCode(201).header("Location", location);
        assertThat(passwordHash(location)).isPresent();

        patch(location, "{\"op\":\"replace\",\"value\":{\"active\":false}}");
        post(withoutPassword).statusCode(201).header("Location", location);
        assertThat(passwordHash(location)).isEmpty();
    }

    private Optional<String> passwordHash(String location) {
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        var user = users.find(organization, id).orElseThrow();
        return Optional.ofNullable(user.passwordHash);
    }

    @Test
    void answersEveryFailureOfTheFrameworkInScimForm() {
        failure(authorized().get("/scim/v2/Nope"), 404);
        failure(authorized().get(USERS + "/0"), 404);
        failure(authorized().body("{}").post("/scim/v2/Bulk"), 400);
        failure(authorized().get("/scim/v2/Me"), 501);
        failure(authorized().patch(USERS), 405);
        failure(authorized().contentType("text/xml").body("<a/>").post(USERS), 415);
        failure(authorized().accept("text/html").get(USERS), 406);
        failure(authorized().body("{").post(USERS), 400);
        failure(authorized().body("[]").post(USERS), 400);
        failure(authorized().body("").post(USERS), 400);
        failure(authorized().body("{\"a\":\"" + "x".repeat(10_000_000) + "\"}").post(USERS), 413);
        failure(authorized().body("[".repeat(1_000)).post(USERS), 400);
        failure(
                authorized()
                        .body("{\"schemas\":[\"x\"],\"userName\":\"\\ud800\"}")
                        .post(USERS),
                400);
        failure(
                authorized()
                        .queryParam("filter", "userName eq \"" + "x".repeat(100_000) + "\"")
                        .get(USERS),
                400);
        failure(authorized().queryParam("count", "many").get(USERS), 400);
    }

    private static void failure(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/scim+json")
                .body("status", equalTo(Integer.toString(status)))
                .body("schemas[0]", equalTo("urn:ietf:params:scim:api:messages:2.0:Error"));
    }

    private ValidatableResponse post(String body) {
        return authorized().body(body).post(USERS).then();
    }

    private ValidatableResponse put(String location, String body) {
        return authorized().body(body).put(location).then().statusCode(200);
    }

    private ValidatableResponse patch(String location, String operations) {
        return authorized()
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations
                        + "]}")
                .patch(location)
                .then();
    }

    private ValidatableResponse search(String filter) {
        return authorized().queryParam("filter", filter).get(USERS).then();
    }

    private RequestSpecification authorized() {
        return given().header("Authorization", bearer).contentType("application/scim+json");
    }
}
