package dev.rollcall.security.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.security.OperatorScope;
import dev.rollcall.security.operator.IssuedOperatorToken;
import dev.rollcall.security.operator.NewOperatorToken;
import dev.rollcall.security.operator.OperatorTokens;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.token.ForgedTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApiDoorTest {
    private static final String LIST = "/api/v1/organizations";

    private final OperatorTokens operators;
    private final TestTokens tokens;
    private final ForgedTokens forged;
    private final Callers callers;
    private final DataSource dataSource;

    ApiDoorTest(
            OperatorTokens operators, TestTokens tokens, ForgedTokens forged, Callers callers, DataSource dataSource) {
        this.operators = operators;
        this.tokens = tokens;
        this.forged = forged;
        this.callers = callers;
        this.dataSource = dataSource;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /api/v1/organizations",
        "POST, /api/v1/organizations",
        "GET, /api/v1/nothing",
        "GET, /api",
        "DELETE, /api/v1/organizations/x",
        "OPTIONS, /api/v1/organizations"
    })
    void withoutProofEveryPathAnswersAlike(String method, String path) {
        var answer = given().request(method, path);

        assertProblem(answer, 401, "urn:rollcall:problem:unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void theTokenOfAnOperatorOpensTheManagementApi() {
        assertThat(get(anOperator().token()).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenOfAConnectionDoesNot() {
        var answer = get(tokens.anOrganization().issue().token());

        assertProblem(answer, 401, "urn:rollcall:problem:unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\", error=\"invalid_token\"");
    }

    @Test
    void theTokenOfAnOperatorDoesNotOpenScim() {
        var answer = given().header("Authorization", "Bearer " + anOperator().token())
                .get("/scim/v2/Users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).isEqualTo("application/scim+json");
        assertThat(answer.jsonPath().getString("detail")).startsWith("The bearer token is not valid here");
    }

    @Test
    void everyForgedTokenIsRefusedInTheSameWords() {
        var first = get("opaque").jsonPath().getString("detail");

        forged.of(tokens.anOrganization().issue()).forEach((fault, token) -> {
            var answer = get(token);
            assertThat(answer.statusCode()).as(fault).isEqualTo(401);
            assertThat(answer.jsonPath().getString("detail")).as(fault).isEqualTo(first);
        });
    }

    @Test
    void aTokenThatWasRevokedIsRefusedWithinTwoSeconds() {
        var issued = anOperator();
        assertThat(get(issued.token()).statusCode()).isEqualTo(200);

        operators.revoke(issued.about().id());

        await().atMost(Duration.ofSeconds(2)).until(() -> get(issued.token()).statusCode() == 401);
    }

    @Test
    void moreThanOneProofIsRefused() {
        var token = "Bearer " + anOperator().token();
        var session = callers.session(tokens.anOrganization().issue().organizationId(), true);

        assertProblem(given().header("Authorization", token, token).get(LIST), 400, "urn:rollcall:problem:invalid");
        assertProblem(
                given().header("Authorization", token)
                        .cookie("rollcall-session", session)
                        .get(LIST),
                400,
                "urn:rollcall:problem:invalid");
        assertProblem(
                given().header("Cookie", "rollcall-session=" + session + "; rollcall-session=" + session)
                        .get(LIST),
                400,
                "urn:rollcall:problem:invalid");
        assertProblem(
                given().queryParam("access_token", anOperator().token()).get(LIST),
                400,
                "urn:rollcall:problem:invalid");
    }

    @Test
    void aDatabaseThatIsAwayIsNoRefusal() throws SQLException {
        var issued = anOperator();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("RENAME TABLE operator_token TO operator_token_away");
            try {
                var answer = get(issued.token());
                assertProblem(answer, 503, "urn:rollcall:problem:unavailable");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            } finally {
                statement.execute("RENAME TABLE operator_token_away TO operator_token");
            }
        }
        await().atMost(Duration.ofSeconds(2)).until(() -> get(issued.token()).statusCode() == 200);
    }

    @Test
    void theDescriptionIsOpen() {
        assertThat(given().get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeWithASessionNeedsAHeaderThatAFormCannotSend() {
        var organization = tokens.anOrganization().issue().organizationId();
        var path = LIST + "/" + organization;
        var session = callers.session(organization, true);

        assertProblem(
                given().cookie("rollcall-session", session)
                        .contentType("application/json")
                        .body("{}")
                        .patch(path),
                403,
                "urn:rollcall:problem:forbidden");
        assertProblem(
                callers.admin(organization)
                        .header("Sec-Fetch-Site", "cross-site")
                        .body("{}")
                        .patch(path),
                403,
                "urn:rollcall:problem:forbidden");
        assertThat(given().cookie("rollcall-session", session).get(path).statusCode())
                .isEqualTo(200);
        assertThat(callers.admin(organization).body("{}").patch(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherOrganizationIsAsOneThatIsNotThere() {
        var own = tokens.anOrganization().issue().organizationId();
        var other = tokens.anOrganization().issue().organizationId();
        var none = UUID.randomUUID();

        for (var caller : new String[] {"operator", "admin"}) {
            var seen = caller.equals("operator") ? callers.operatorOf(own) : callers.admin(own);
            var foreign = seen.get(LIST + "/" + other);
            var absent = callers.operator().get(LIST + "/" + none);
            assertProblem(foreign, 404, "urn:rollcall:problem:not-found");
            assertThat(foreign.jsonPath().getString("detail").replace(other.toString(), "ID"))
                    .isEqualTo(absent.jsonPath().getString("detail").replace(none.toString(), "ID"));
        }
    }

    @Test
    void whoMayNotIsToldWhy() {
        var organization = tokens.anOrganization().issue().organizationId();
        var path = LIST + "/" + organization;

        assertForbidden(callers.person(organization, false).get(path), "Only an admin of the organization");
        assertForbidden(callers.admin(organization).get(LIST), "Only the back end of the product");
        assertForbidden(callers.operatorOf(organization).get(LIST), "The token is for one organization only");
        assertForbidden(callers.operatorWith(OperatorScope.EVENTS_READ).get(path), "lacks the scope admin.read");
        assertForbidden(
                callers.operatorWith(OperatorScope.ADMIN_READ).body("{}").patch(path), "lacks the scope admin.write");
    }

    private IssuedOperatorToken anOperator() {
        return operators.issue(new NewOperatorToken("Test", null, EnumSet.allOf(OperatorScope.class), null));
    }

    private static Response get(String token) {
        return given().header("Authorization", "Bearer " + token).get(LIST);
    }

    private static void assertForbidden(Response answer, String sentence) {
        assertProblem(answer, 403, "urn:rollcall:problem:forbidden");
        assertThat(answer.jsonPath().getString("detail")).contains(sentence);
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo(type);
    }
}
