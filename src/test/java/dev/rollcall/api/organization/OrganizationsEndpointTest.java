package dev.rollcall.api.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrganizationsEndpointTest {
    private static final String PATH = "/api/v1/organizations";

    private final Callers callers;
    private final Organizations organizations;
    private final Sql sql;
    private final String name = "Acme " + UUID.randomUUID();

    OrganizationsEndpointTest(Callers callers, Organizations organizations, Sql sql) {
        this.callers = callers;
        this.organizations = organizations;
        this.sql = sql;
    }

    @Test
    void whatIsAddedIsWhereItsLocationSays() {
        var added = callers.operator()
                .body(Map.of("name", name, "plan", "enterprise"))
                .post(PATH);

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.header("Location")).startsWith("http://").endsWith(PATH + "/" + added.path("id"));
        assertThat(added.contentType()).startsWith("application/json");
        assertThat(added.jsonPath().getMap(""))
                .containsOnlyKeys("id", "name", "plan", "created")
                .containsEntry("name", name)
                .containsEntry("plan", "enterprise");
        var read = callers.operator().get(added.header("Location"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asString()).isEqualTo(added.asString());
        assertThat(read.header("ETag")).isEqualTo(added.header("ETag"));
    }

    @Test
    void whatIsAddedAndChangedIsInTheAudit() {
        var id = organizations.add(name, Plan.FREE).id();
        callers.operator().body(Map.of("plan", "team")).patch(PATH + "/" + id);
        callers.operator().body(Map.of("name", name + "!", "plan", "free")).patch(PATH + "/" + id);

        assertThat(audit(id))
                .containsExactly(
                        List.of("SERVICE", "Rollcall", "organization.added", "{}", json("name", name, "plan", "FREE")),
                        List.of(
                                "OPERATOR",
                                "backend",
                                "organization.plan-changed",
                                json("plan", "FREE"),
                                json("plan", "TEAM")),
                        List.of(
                                "OPERATOR",
                                "backend",
                                "organization.changed",
                                json("name", name, "plan", "TEAM"),
                                json("name", name + "!", "plan", "FREE")));
    }

    private List<List<String>> audit(UUID id) {
        return sql
                .query(
                        SqlText.of(
                                "SELECT author_kind, author_name, action, value_before, value_after FROM audit_entry"
                                        + " WHERE organization_id = ? ORDER BY id",
                                (Object) ResourceIds.bytes(id)),
                        row -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                sorted(row.getString(4)),
                                sorted(row.getString(5))))
                .stream()
                .toList();
    }

    private static String sorted(String json) {
        return new java.util.TreeMap<>(new io.vertx.core.json.JsonObject(json).getMap()).toString();
    }

    private static String json(String... fields) {
        var map = new java.util.TreeMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return map.toString();
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        var id = organizations.add(name, Plan.TEAM).id();

        var changed = callers.operator()
                .contentType("application/merge-patch+json")
                .body(Map.of("name", name + "!"))
                .patch(PATH + "/" + id);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat((String) changed.path("name")).isEqualTo(name + "!");
        assertThat((String) changed.path("plan")).isEqualTo("team");
    }

    @Test
    void aChangeThatChangesNothingKeepsTheVersion() {
        var id = organizations.add(name, Plan.TEAM).id();

        assertThat(callers.operator().body(Map.of()).patch(PATH + "/" + id).header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(callers.operator()
                        .body(Map.of("name", name, "plan", "team"))
                        .patch(PATH + "/" + id)
                        .header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void ofTwoWhoHaveSeenTheSameVersionOneIsToldSo() {
        var id = organizations.add(name, Plan.TEAM).id();

        var first = changed(id, "\"1\"", name + " first");
        var second = changed(id, "\"1\"", name + " second");

        assertThat(first.statusCode()).isEqualTo(200);
        assertProblem(second, 412, "changed");
        assertThat(organizations.find(id).orElseThrow().name()).isEqualTo(name + " first");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            *         | 200
            "1"       | 200
            W/"1"     | 412
            "other"   | 412
            "2"       | 412
            1         | 400
            "1", "2"  | 400
            """, quoteCharacter = '\'')
    void theConditionIsAnEntityTag(String ifMatch, int status) {
        var id = organizations.add(name, Plan.TEAM).id();

        assertThat(changed(id, ifMatch, name + "!").statusCode()).isEqualTo(status);
    }

    private Response changed(UUID id, String ifMatch, String newName) {
        return callers.operator()
                .header("If-Match", ifMatch)
                .body(Map.of("name", newName))
                .patch(PATH + "/" + id);
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        organizations.add(name, Plan.TEAM);
        var other = organizations.add(name + " b", Plan.TEAM).id();

        assertProblem(
                callers.operator().body(Map.of("name", name, "plan", "free")).post(PATH), 409, "taken");
        assertProblem(callers.operator().body(Map.of("name", name)).patch(PATH + "/" + other), 409, "taken");
    }

    @Test
    void aPersonMayRenameTheirOrganizationButNotChangeItsPlan() {
        var id = organizations.add(name, Plan.TEAM).id();

        assertThat(callers.admin(id)
                        .body(Map.of("name", name + "!"))
                        .patch(PATH + "/" + id)
                        .statusCode())
                .isEqualTo(200);
        assertProblem(callers.admin(id).body(Map.of("plan", "enterprise")).patch(PATH + "/" + id), 403, "forbidden");
    }

    @Test
    void listsAllByNamePageByPage() {
        var expected = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            expected.add(organizations.add(name + " " + i, Plan.FREE).name());
        }
        var walked = new ArrayList<String>();
        var page = callers.operator().queryParam("limit", 2).get(PATH);
        while (true) {
            assertThat(page.statusCode()).isEqualTo(200);
            walked.addAll(page.jsonPath().getList("items.name", String.class));
            String next = page.path("next");
            if (next == null) {
                break;
            }
            page = callers.operator()
                    .queryParam("limit", 200)
                    .queryParam("cursor", next)
                    .get(PATH);
        }

        assertThat(walked).containsSubsequence(expected).doesNotHaveDuplicates();
    }

    private static void assertProblem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:" + kind);
    }
}
