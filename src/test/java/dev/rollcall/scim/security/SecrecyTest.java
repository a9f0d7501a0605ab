package dev.rollcall.scim.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.testing.RecordedLog;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is secret or personal stays where it belongs, also where a request fails.
@QuarkusTest
class SecrecyTest {
    private static final String USERS = "/scim/v2/Users";
    private static final String PASSWORD = "Correct-horse-battery-staple";
    private static final String CHANGED = "Another-horse-battery-staple";
    private static final String PERSONAL = "barbara.jensen@example.com";
    private static final String SEARCH = """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "attributes": ["password", "userName"]}""";
    private static final List<String> TABLES =
            List.of("scim_user", "scim_resource", "resource_value", "unique_value", "provisioning_event", "credential");

    private final TestTokens tokens;
    private final DataSource database;
    private String bearer = "";

    SecrecyTest(TestTokens tokens, DataSource database) {
        this.tokens = tokens;
        this.database = database;
    }

    @BeforeEach
    void anOrganization() {
        bearer = tokens.anOrganization().issue().bearer();
    }

    @Test
    @Proves("SC-003")
    void neitherTokensNorPasswordsNorOperandsAreLogged() {
        try (var log = new RecordedLog()) {
            var location = create(PASSWORD).header("Location");
            create(PASSWORD).then().statusCode(409);
            patch(location, CHANGED).then().statusCode(200);
            authorized()
                    .queryParam("filter", "emails.value eq \"" + PERSONAL + "\"")
                    .get(USERS)
                    .then()
                    .statusCode(200);
            authorized()
                    .queryParam("filter", "emails.value zz \"" + PERSONAL + "\"")
                    .get(USERS)
                    .then()
                    .statusCode(400);
            authorized()
                    .body("{\"password\":\"" + PASSWORD + "\",")
                    .post(USERS)
                    .then()
                    .statusCode(400);
            given().header("Authorization", bearer + "x").get(location).then().statusCode(401);
            given().queryParam("access_token", bearer).get(location).then().statusCode(401);

            assertThat(log.text())
                    .contains("/scim/v2/Users 409")
                    .doesNotContain(PASSWORD, CHANGED, PERSONAL, bearer.substring("Bearer ".length()));
        }
    }

    @Test
    @Proves({"US-012", "US-013", "SC-004"})
    void passwordsAreInNoAnswerAndStoredAsHashesOnly() throws SQLException {
        var created = create(PASSWORD);
        var location = created.header("Location");
        var answers = List.of(
                created,
                authorized().get(location),
                authorized().queryParam("attributes", "password").get(location),
                authorized().queryParam("attributes", "password").get(USERS),
                authorized().body(SEARCH).post(USERS + "/.search"),
                authorized().body(bulk(body(PASSWORD))).post("/scim/v2/Bulk"),
                patch(location, CHANGED),
                authorized().body(body(PASSWORD)).put(location),
                authorized().body(body(PASSWORD)).post(USERS),
                patch(location, "\",5"));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.asString() + answer.headers()).doesNotContain(PASSWORD, CHANGED, "argon2"));
        for (var table : TABLES) {
            assertThat(rows(table)).as(table).doesNotContain(PASSWORD, CHANGED);
        }
        assertThat(rows("scim_user")).contains("$argon2id$v=19$");
    }

    @Test
    @Proves({"SC-004", "AU-010"})
    void ofATokenTheDatabaseHasAHashOnly() throws SQLException {
        assertThat(rows("credential")).doesNotContain(bearer.substring("Bearer ".length()));
    }

    private Response create(String password) {
        return authorized().body(body(password)).post(USERS);
    }

    private static String body(String password) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "bjensen", "password": "%s",
                 "emails": [{"value": "%s"}]}""".formatted(password, PERSONAL);
    }

    private static String bulk(String user) {
        return """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                 "Operations": [{"method": "POST", "path": "/Users", "bulkId": "a", "data": %s}]}""".formatted(user);
    }

    private Response patch(String location, String password) {
        return authorized().body("""
                        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations": [{"op": "replace", "path": "password", "value": "%s"}]}""".formatted(password)).patch(location);
    }

    private String rows(String table) throws SQLException {
        var text = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    text.append(rows.getString(column)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private RequestSpecification authorized() {
        return given().header("Authorization", bearer).contentType("application/scim+json");
    }
}
