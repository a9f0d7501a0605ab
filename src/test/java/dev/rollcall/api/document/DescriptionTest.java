package dev.rollcall.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.api.problem.ProblemKind;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The description says what the code does, of all of it.
@QuarkusTest
class DescriptionTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");
    private static final Set<Integer> SUCCESSES = Set.of(200, 201, 202, 204);

    private final JsonBodyReader reader;
    private ServedDocument document = new ServedDocument(new JsonObject());

    DescriptionTest(JsonBodyReader reader) {
        this.reader = reader;
    }

    @BeforeEach
    void readIt() {
        document = ServedDocument.read();
    }

    @Test
    void hasEveryOperationOfTheCodeAndNoOther() {
        var inTheDocument = document.operations().stream()
                .map(ServedDocument.Described::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        var inTheCode = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(DescriptionTest::operation)
                .filter(operation -> operation.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inTheDocument).isNotEmpty().isEqualTo(inTheCode);
    }

    private static Stream<String> operation(JavaMethod method) {
        var base = method.getOwner().getAnnotationOfType(Path.class).value();
        var below = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        var path = ("/" + base + "/" + below).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(type -> type.getAnnotationOfType(HttpMethod.class).value() + " " + path);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndASummary() {
        assertThat(document.operations().stream().map(ServedDocument.Described::id))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(document.operations())
                .allSatisfy(operation ->
                        assertThat(operation.operation().getString("summary")).isNotBlank());
    }

    @Test
    void everyStatusIsASuccessOrHasAKindOfProblem() {
        var problems =
                Arrays.stream(ProblemKind.values()).map(ProblemKind::status).collect(Collectors.toSet());

        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.statuses())
                    .allMatch(status -> SUCCESSES.contains(status) || problems.contains(status));
            assertThat(operation.statuses()).contains(400, 403, 429, 500, 503).containsAnyElementsOf(SUCCESSES);
            assertThat(operation.statuses().contains(404))
                    .isEqualTo(operation.path().contains("{"));
            assertThat(operation.statuses().contains(422))
                    .isEqualTo(operation.method().equals("POST")
                            && !operation.path().equals("/api/v1/sessions"));
        });
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(document.operations())
                .filteredOn(ServedDocument.Described::hasBody)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.example()).isPresent());
    }

    @Test
    void everyExampleOfABodyIsAcceptedAsOne() {
        assertThat(document.operations())
                .filteredOn(ServedDocument.Described::hasBody)
                .allSatisfy(operation -> assertThat(
                                read(body(operation), operation.example().orElseThrow()))
                        .isNotNull());
    }

    private Object read(Class<?> type, JsonObject example) throws IOException {
        @SuppressWarnings("unchecked")
        var body = (Class<RequestBody>) type;
        return reader.readFrom(
                body,
                body,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(example.encode().getBytes(StandardCharsets.UTF_8)));
    }

    private static Class<?> body(ServedDocument.Described operation) {
        return MAIN.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> operation(method).anyMatch(operation.toString()::equals))
                .flatMap(method -> method.getRawParameterTypes().stream())
                .filter(type -> type.isAssignableTo(RequestBody.class))
                .findFirst()
                .orElseThrow()
                .reflect();
    }

    @Test
    void everyAnswerWithABodyHasAnExample() {
        assertThat(document.operations()).allSatisfy(operation -> {
            var responses = operation.operation().getJsonObject("responses");
            for (var status : responses.fieldNames()) {
                var content = responses.getJsonObject(status).getJsonObject("content");
                if (content != null) {
                    for (var type : content.fieldNames()) {
                        assertThat(content.getJsonObject(type).getValue("example"))
                                .as(operation + " " + status + " " + type)
                                .isNotNull();
                    }
                }
            }
        });
    }

    @Test
    void constantsStandAsTheyAreWritten() {
        assertThat(document.json().encode())
                .contains("\"enterprise\"", "\"paused\"")
                .doesNotContain("\"ENTERPRISE\"", "\"PAUSED\"", "\"COMPATIBLE\"");
    }

    @Test
    void nothingOfScimIsInIt() {
        assertThat(document.json().encode()).doesNotContain("/scim/v2/Users", "ScimMessage", "BulkRequest");
    }

    @Test
    void saysWhoMayAsk() {
        var schemes = document.json().getJsonObject("components").getJsonObject("securitySchemes");
        assertThat(schemes.fieldNames()).containsExactlyInAnyOrder("operator", "session");
        assertThat(document.operations())
                .filteredOn(operation -> !operation.path().equals("/api/v1/sessions"))
                .allSatisfy(operation -> assertThat(operation.operation().getJsonArray("security"))
                        .isNotEmpty());
        assertThat(document.operations())
                .filteredOn(operation -> operation.id().equals("addOrganization"))
                .singleElement()
                .satisfies(operation ->
                        assertThat(operation.operation().getString("x-for")).isEqualTo("operators-of-all"));
    }
}
