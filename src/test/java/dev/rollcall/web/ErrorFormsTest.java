package dev.rollcall.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.RecordedLog;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of an error is that of its path.
@QuarkusTest
class ErrorFormsTest {
    private static final Pattern INCIDENT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TestTokens tokens;

    ErrorFormsTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @ParameterizedTest(name = "{0} {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /nothing               | */*              | text/plain | 404 | Not Found              | There is nothing at this path
            GET    | /                      | */*              | text/plain | 404 | Not Found              | There is nothing at this path
            GET    | /apix                  | */*              | text/plain | 404 | Not Found              | There is nothing at this path
            GET    | /scimx                 | */*              | text/plain | 404 | Not Found              | There is nothing at this path
            DELETE | /v2/Users/0            | */*              | text/plain | 404 | Not Found              | There is nothing at this path
            POST   | /.well-known/jwks.json | */*              | text/plain | 405 | Method Not Allowed     | This path does not take POST requests
            PATCH  | /broken/state          | */*              | text/plain | 405 | Method Not Allowed     | This path does not take PATCH requests
            GET    | /.well-known/jwks.json | text/html        | text/plain | 406 | Not Acceptable         | There is no answer in a media type that the request accepts
            POST   | /broken/state          | application/json | text/plain | 415 | Unsupported Media Type | The body is not in a media type that this path takes
            """)
    void outsideScimItIsAProblemDetail(
            String method, String path, String accept, String contentType, int status, String title, String detail) {
        var request = given().header("Accept", accept);
        var answer =
                (method.equals("POST") ? request.contentType(contentType).body("x") : request).request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getMap(""))
                .hasSize(4)
                .containsEntry("type", "about:blank")
                .containsEntry("title", title)
                .containsEntry("status", status)
                .containsEntry("detail", detail);
        assertThat(answer.asString()).doesNotContainIgnoringCase("scim");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /scim            | 404 | There is nothing at this path: check the base URL, which ends with /scim/v2
            GET  | /scim/v2/Nothing | 404 | There is nothing at this path: check the base URL, which ends with /scim/v2
            GET  | /scim/nothing    | 404 | There is nothing at this path: check the base URL, which ends with /scim/v2
            GET  | /scim/v1/Users   | 400 | This service speaks SCIM 2.0: the base URL ends with /scim/v2
            PUT  | /scim/v2/Users   | 405 | This path does not take PUT requests
            POST | /scim/v2/Users   | 415 | Send the body as application/scim+json or application/json
            """)
    void belowScimItIsAScimError(String method, String path, int status, String detail) {
        var request = client();
        var answer =
                (method.equals("POST") ? request.contentType("text/plain").body("x") : request).request(method, path);

        assertScim(answer, status);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "web", "gateway", "error"})
    void whatNobodyForesawHasANumberThatIsInTheLogInEitherForm(String how) {
        try (var log = new RecordedLog()) {
            var problem = given().get("/broken/" + how);
            var scim = client().get("/scim/v2/Broken/" + how);

            assertThat(problem.statusCode()).isEqualTo(500);
            assertThat(problem.contentType()).isEqualTo("application/problem+json");
            assertScim(scim, 500);
            assertThat(log.text())
                    .contains("Incident " + incident(problem.jsonPath()))
                    .contains("Incident " + incident(scim.jsonPath()));
            assertThat(problem.asString() + scim.asString())
                    .doesNotContain("hunter2", "SELECT", "Exception", "dev.rollcall");
        }
    }

    @Test
    void noTwoFailuresHaveTheSameNumber() {
        assertThat(incident(given().get("/broken/state").jsonPath()))
                .isNotEqualTo(incident(given().get("/broken/state").jsonPath()));
    }

    @Test
    void whatDoesNotFailIsNoProblem() {
        var answer = given().contentType("application/json").body("{}").post("/broken/state");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
    }

    private RequestSpecification client() {
        return given().header("Authorization", tokens.anOrganization().issue().bearer());
    }

    private static void assertScim(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/scim+json");
        assertThat(answer.jsonPath().getList("schemas"))
                .isEqualTo(List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
        assertThat(answer.jsonPath().getString("status")).isEqualTo(Integer.toString(status));
    }

    private static String incident(JsonPath body) {
        var detail = INCIDENT.matcher(body.getString("detail"));
        assertThat(detail.find()).isTrue();
        return detail.group();
    }
}
