package dev.rollcall.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is refused is a problem of a known kind, which says what to do.
@QuarkusTest
class ProblemsTest {
    private static final String PATH = "/api/v1/organizations";

    private final Callers callers;

    ProblemsTest(Callers callers) {
        this.callers = callers;
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                            |       | The request has no body: send a JSON object.
            []                                            |       | The body is no JSON object.
            "x"                                           |       | The body is no JSON object.
            {"name":                                      |       | The body is no JSON that can be read: look at line 1, column 9.
            {"name":"a"} x                                |       | The body is no JSON that can be read: look at line 1, column 14.
            {"name":"a","name":"b","plan":"free"}         |       | The field 'name' stands twice in the body: send it once.
            {"name":"a","plan":"gold"}                    | plan  | 'plan' is one of free, team, enterprise.
            {"name":"a","plan":"FREE"}                    | plan  | 'plan' is one of free, team, enterprise.
            {"name":"a","plan":1}                         | plan  | 'plan' is one of free, team, enterprise.
            {"name":7,"plan":"free"}                      | name  | 'name' is a text.
            {"name":{"a":[]},"plan":"free"}               | name  | 'name' is a text.
            {"plan":"free"}                               | name  | 'name' is required.
            {"name":null,"plan":"free"}                   | name  | 'name' is required.
            {"name":" ","plan":"free"}                    | name  | The name of an organization has 1 to 200 characters; this one has 0.
            {"name":"a\\u0007b","plan":"free"}            | name  | The name of an organization must not hold control characters.
            {"name":"a","plan":"free","colour":"red"}     | colour | 'colour' is not known here. Known are name, plan.
            """)
    void aBodyThatDoesNotFitIsSaidByField(String body, String field, String detail) {
        var answer = callers.operator().body(body == null ? "" : body).post(PATH);

        assertProblem(answer, ProblemKind.INVALID);
        assertThat((String) answer.path("detail")).isEqualTo(detail);
        if (field != null) {
            assertThat(answer.jsonPath().getList("errors"))
                    .isEqualTo(java.util.List.of(Map.of("field", field, "detail", detail)));
        } else {
            assertThat(answer.jsonPath().getMap("")).doesNotContainKey("errors");
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var answer = callers.operator()
                .body("{\"name\":\"\",\"plan\":\"gold\",\"colour\":1,\"size\":2}")
                .post(PATH);

        assertProblem(answer, ProblemKind.INVALID);
        assertThat(answer.jsonPath().getList("errors.field", String.class))
                .containsExactlyInAnyOrder("plan", "colour", "size", "name");
    }

    @Test
    void whatCannotBeRemovedCannotBeRemoved() {
        var answer =
                callers.operator().body("{\"name\":null,\"plan\":\"gold\"}").patch(PATH + "/" + UUID.randomUUID());

        assertProblem(answer, ProblemKind.INVALID);
        assertThat(answer.jsonPath().getList("errors.detail", String.class))
                .containsExactly(
                        "'name' cannot be removed: give it a value, or leave it out.",
                        "'plan' is one of free, team, enterprise.");
    }

    @ParameterizedTest(name = "{0} {1} as {2} for {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            GET   | /api                     | application/json | */*       | NOT_FOUND
            GET   | /api/v1/nothing          | application/json | */*       | NOT_FOUND
            GET   | /api/v1/organizations/no | application/json | */*       | NOT_FOUND
            PUT   | /api/v1/organizations    | application/json | */*       | METHOD_NOT_ALLOWED
            GET   | /api/v1/organizations    | application/json | text/html | NOT_ACCEPTABLE
            POST  | /api/v1/organizations    | text/plain       | */*       | UNSUPPORTED_MEDIA_TYPE
            PATCH | /api/v1/organizations/no | text/plain       | */*       | UNSUPPORTED_MEDIA_TYPE
            """)
    void whatTheFrameworkRefusesIsAProblem(
            String method, String path, String type, String accept, ProblemKind expected) {
        var request = callers.operator().contentType(type).accept(accept);
        var answer = (method.equals("GET") ? request : request.body("{}")).request(method, path);

        assertProblem(answer, expected);
    }

    @Test
    void aMethodThatIsNotAllowedSaysWhichAre() {
        assertThat(callers.operator().delete(PATH).header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(callers.operator().delete(PATH + "/" + UUID.randomUUID()).header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS, PATCH");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        var answer = callers.operator()
                .body("{\"name\":\"" + "a".repeat(70_000) + "\"}")
                .post(PATH);

        assertProblem(answer, ProblemKind.CONTENT_TOO_LARGE);
        assertThat((String) answer.path("detail")).isEqualTo("The body is larger than 65536 bytes: send less.");
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIsRefused() {
        assertProblem(
                callers.operator()
                        .body("{\"name\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}")
                        .post(PATH),
                ProblemKind.INVALID);
    }

    @Test
    void aBodyInAnEncodingIsRefused() {
        assertProblem(
                callers.operator().header("Content-Encoding", "gzip").body("{}").post(PATH),
                ProblemKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,201", "limit,x", "limit,-1", "limit,99999999999", "cursor,x", "cursor,AAAA"})
    void aParameterThatDoesNotFitIsNamed(String parameter, String value) {
        var answer = callers.operator().queryParam(parameter, value).get(PATH);

        assertProblem(answer, ProblemKind.INVALID);
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly(parameter);
    }

    private static void assertProblem(Response answer, ProblemKind kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(kind.status());
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getMap(""))
                .containsEntry("type", kind.type())
                .containsEntry("title", kind.title())
                .containsEntry("status", kind.status())
                .containsEntry("requestId", answer.header("X-Request-Id"));
        assertThat((String) answer.path("detail")).endsWith(".");
    }
}
