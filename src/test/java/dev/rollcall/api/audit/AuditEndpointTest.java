package dev.rollcall.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Author;
import dev.rollcall.audit.Change;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditEndpointTest {
    private final Callers callers;
    private final Organizations organizations;
    private final Audit audit;
    private final Sql sql;
    private final String name = "Acme " + UUID.randomUUID();
    private UUID organization = UUID.randomUUID();

    AuditEndpointTest(Callers callers, Organizations organizations, Audit audit, Sql sql) {
        this.callers = callers;
        this.organizations = organizations;
        this.audit = audit;
        this.sql = sql;
    }

    @BeforeEach
    void addOrganization() {
        organization = organizations.add(name, Plan.ENTERPRISE).id();
    }

    private String path() {
        return "/api/v1/organizations/" + organization + "/audit";
    }

    @Test
    void saysWhoChangedWhatFromWhere() {
        var change = callers.admin(organization)
                .header("X-Request-Id", "request-of-barbara")
                .body(Map.of("name", name + "!"))
                .patch("/api/v1/organizations/" + organization);
        assertThat(change.statusCode()).isEqualTo(200);

        var entry = callers.admin(organization).get(path()).jsonPath().getMap("items[0]");

        assertThat(entry)
                .containsEntry("organizationId", organization.toString())
                .containsEntry(
                        "author",
                        Map.of(
                                "kind", "person",
                                "id",
                                        callers.admin(organization)
                                                .get("/api/v1/me")
                                                .<String>path("id"),
                                "name", "barbara@example.com",
                                "address", "127.0.0.1"))
                .containsEntry("requestId", "request-of-barbara")
                .containsEntry("action", "organization.changed")
                .containsEntry("subject", Map.of("id", organization.toString(), "name", name + "!"))
                .containsEntry("before", Map.of("name", name))
                .containsEntry("after", Map.of("name", name + "!"));
        assertThat(Instant.parse(String.valueOf(entry.get("time"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void aChangeThatIsRefusedIsNoChange() {
        callers.admin(organization).body(Map.of("plan", "free")).patch("/api/v1/organizations/" + organization);

        assertThat(callers.admin(organization).get(path()).jsonPath().getList("items.action", String.class))
                .containsExactly("organization.added");
    }

    @Test
    void theNewestComeFirstPageByPage() {
        for (var i = 0; i < 5; i++) {
            note("one.done", "s" + i, "ann");
        }
        var walked = new ArrayList<String>();
        String cursor = null;
        do {
            var request = callers.admin(organization).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path());
            walked.addAll(page.jsonPath().getList("items.subject.id", String.class));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(walked).containsExactly("s4", "s3", "s2", "s1", "s0", organization.toString());
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "author, ann,        s1 s0",
        "action, one.paused, s1",
        "subject, s2,        s2",
        "author, nobody,     ''"
    })
    void isFiltered(String parameter, String value, String subjects) {
        note("one.added", "s0", "ann");
        note("one.paused", "s1", "ann");
        note("one.added", "s2", "bob");

        assertThat(subjects(
                        callers.admin(organization).queryParam(parameter, value).get(path())))
                .isEqualTo(subjects);
    }

    @Test
    void isFilteredByTime() {
        note("one.added", "s0", "ann");
        var now = Instant.now();
        sql.update(SqlText.of(
                "UPDATE audit_entry SET occurred = ? WHERE organization_id = ? AND subject_id = 's0'",
                now.minusSeconds(20).toEpochMilli(),
                ResourceIds.bytes(organization)));
        var tenSecondsAgo = now.minusSeconds(10).truncatedTo(ChronoUnit.SECONDS);

        assertThat(subjects(callers.admin(organization)
                        .queryParam("until", tenSecondsAgo.toString())
                        .get(path())))
                .isEqualTo("s0");
        assertThat(subjects(callers.admin(organization)
                        .queryParam("from", tenSecondsAgo.toString())
                        .get(path())))
                .isEqualTo(organization.toString());
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        var answer = callers.admin(organization)
                .queryParam("from", "yesterday")
                .queryParam("until", "2030")
                .get(path());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly("from", "until");
    }

    @Test
    void operatorsReadThatOfAllOrganizations() {
        var other = organizations.add(name + " 2", Plan.FREE).id();

        var both = callers.operator().queryParam("limit", 200).get("/api/v1/audit");

        assertThat(both.jsonPath().getList("items.organizationId", String.class))
                .contains(organization.toString(), other.toString());
    }

    @Test
    void showsNothingOfAnotherOrganization() {
        var other = organizations.add(name + " 2", Plan.FREE).id();

        assertThat(callers.admin(other)
                        .get("/api/v1/organizations/" + other + "/audit")
                        .asString())
                .doesNotContain(organization.toString());
    }

    private void note(String action, String subject, String author) {
        var who = new Author(Author.Kind.PERSON, author, author, null, null);
        who.during(() -> {
            audit.note(new Change(organization, action, subject, subject, Map.of(), Map.of()));
            return List.of();
        });
    }

    private static String subjects(Response answer) {
        return String.join(" ", answer.jsonPath().getList("items.subject.id", String.class));
    }
}
