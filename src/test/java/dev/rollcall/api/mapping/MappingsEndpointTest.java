package dev.rollcall.api.mapping;

import static dev.rollcall.api.testing.AccessClient.invalid;
import static dev.rollcall.api.testing.AccessClient.mappingBody;
import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MappingsEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private AccessClient client;
    private String group;
    private String team;
    private String role;

    MappingsEndpointTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganizationWithAGroupATeamAndARole() {
        client = organization();
        group = client.group("Sales");
        team = client.team("EMEA");
        role = client.role("Editor", 1);
    }

    private AccessClient organization() {
        return new AccessClient(callers, tokens.anOrganization().issue());
    }

    @Test
    void aGroupIsMappedOtherwiseMappedAndUnmapped() {
        var added = client.post("mappings", mappingBody(group, team, role));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.jsonPath().getMap(""))
                .containsEntry("group", Map.of("id", group, "name", "Sales"))
                .containsEntry("team", Map.of("id", team, "name", "EMEA"))
                .containsEntry("role", Map.of("id", role, "name", "Editor"))
                .containsEntry("madeBy", "barbara@example.com");
        var path = "mappings/" + added.path("id");
        assertThat(client.get(path).asString()).isEqualTo(added.asString());

        var other = client.team("APAC");
        var moved = client.patch(path, Map.of("teamId", other));
        assertThat((String) moved.path("team.name")).isEqualTo("APAC");
        assertThat((String) moved.path("role.name")).isEqualTo("Editor");
        var everywhere = client.adminRole("Admin");
        var widened = client.admin()
                .body("{\"teamId\": null, \"roleId\": \"" + everywhere + "\"}")
                .patch(client.path(path));
        assertThat(widened.jsonPath().getMap("")).doesNotContainKey("team");
        assertThat(client.patch(path, Map.of("roleId", everywhere)).header("ETag"))
                .isEqualTo(widened.header("ETag"));

        assertThat(client.delete(path).statusCode()).isEqualTo(204);
        problem(client.get(path), 404, "not-found");
        assertThat(client.get("audit").jsonPath().getList("items.action", String.class))
                .filteredOn(action -> action.startsWith("mapping"))
                .containsExactly("mapping.removed", "mapping.changed", "mapping.changed", "mapping.added");
    }

    @Test
    void theSameMappingTwiceIsTaken() {
        client.mapping(group, team, role);
        var other = client.mapping(group, client.team("APAC"), role);

        assertThat(problem(client.post("mappings", mappingBody(group, team, role)), 409, "taken"))
                .contains("'Editor' in team 'EMEA'");
        problem(client.patch("mappings/" + other, Map.of("teamId", team)), 409, "taken");
    }

    @Test
    void whatBelongsToAnotherOrganizationIsNotThere() {
        var stranger = organization();
        var secret = stranger.group("Secret");
        var hidden = stranger.team("Hidden");
        var spy = stranger.role("Spy", 1);
        var foreign = mappingBody(secret, hidden, spy);
        var known = client.mapping(group, team, role);
        var theirs = AccessClient.made(stranger.post("mappings", foreign));

        var all = client.post("mappings", foreign);
        invalid(all, "groupId");
        invalid(client.post("mappings", mappingBody(group, hidden, role)), "teamId");
        invalid(client.post("mappings", mappingBody(group, team, spy)), "roleId");
        invalid(client.patch("mappings/" + known, Map.of("teamId", hidden)), "teamId");
        invalid(client.patch("mappings/" + known, Map.of("roleId", spy)), "roleId");
        problem(client.get("mappings/" + theirs), 404, "not-found");
        problem(client.patch("mappings/" + theirs, Map.of("teamId", team)), 404, "not-found");
        problem(client.delete("mappings/" + theirs), 404, "not-found");
        assertThat(client.get("mappings?groupId=" + secret).jsonPath().getList("items"))
                .isEmpty();
        assertThat(all.asString()).doesNotContain("Secret", "Hidden", "Spy");
    }

    @Test
    void aTeamIsGivenForRolesOfTeamsOnly() {
        invalid(client.post("mappings", mappingBody(group, null, role)), "teamId");
        invalid(client.post("mappings", mappingBody(group, team, client.adminRole("Admin"))), "teamId");
        invalid(client.post("mappings", Map.of()), "groupId", "roleId");
        invalid(client.post("mappings", Map.of("groupId", "x", "roleId", 3)), "groupId", "roleId");
    }

    @Test
    void mappingsAreListedAndFiltered() {
        var first = client.mapping(group, team, role);
        var viewer = client.role("Viewer", 0);
        var second = client.mapping(group, team, viewer);
        var support = client.group("Support");
        var apac = client.team("APAC");
        var third = client.mapping(support, apac, role);

        assertThat(ids("")).containsExactly(first, second, third);
        assertThat(ids("?groupId=" + group)).containsExactly(first, second);
        assertThat(ids("?teamId=" + apac)).containsExactly(third);
        assertThat(ids("?roleId=" + role)).containsExactly(first, third);
        assertThat(ids("?roleId=" + role + "&groupId=" + group)).containsExactly(first);
        var page = client.get("mappings?limit=2");
        assertThat(client.admin()
                        .queryParam("cursor", page.<String>path("next"))
                        .get(client.path("mappings"))
                        .jsonPath()
                        .getList("items.id", String.class))
                .containsExactly(third);
        invalid(
                client.get("mappings?groupId=1&teamId=x&roleId=" + role.toUpperCase(Locale.ROOT)),
                "groupId",
                "teamId",
                "roleId");
    }

    private List<String> ids(String query) {
        return client.get("mappings" + query).jsonPath().getList("items.id", String.class);
    }

    @Test
    void aGroupHasSoManyMappingsAndAnOrganizationAsWell() {
        fill(100, group);
        assertThat(problem(client.post("mappings", mappingBody(group, team, role)), 409, "limit"))
                .contains("The group has 100");

        fill(9_900, UUID.randomUUID().toString());
        assertThat(problem(client.post("mappings", mappingBody(client.group("Support"), team, role)), 409, "limit"))
                .contains("The organization has 10000");
        assertThat(ids("?limit=200")).hasSize(100);
        assertThat(client.get("groups/" + group).jsonPath().getList("mappedTo")).hasSize(100);
    }

    private void fill(int count, String mapped) {
        var teams = UUID.randomUUID().toString();
        sql.update(SqlText.of(
                "INSERT INTO team (id, organization_id, name, created, version) SELECT UNHEX(MD5(CONCAT(seq, ?))), ?,"
                        + " CONCAT(seq, ?), 1, 1 FROM seq_1_to_" + count,
                teams,
                ResourceIds.bytes(client.organization()),
                teams));
        sql.update(SqlText.of(
                "INSERT INTO group_mapping (id, organization_id, group_id, scope_id, role_id, made_by, created, version)"
                        + " SELECT UNHEX(MD5(CONCAT('m', seq, ?))), ?, ?, UNHEX(MD5(CONCAT(seq, ?))), ?, 'x', 1, 1"
                        + " FROM seq_1_to_" + count,
                teams,
                ResourceIds.bytes(client.organization()),
                ResourceIds.bytes(UUID.fromString(mapped)),
                teams,
                ResourceIds.bytes(UUID.fromString(role))));
    }

    @Test
    void ofTwoWhoChangeOneMappingAtOnceTheSecondIsToldSo() throws Exception {
        var path = "mappings/" + client.mapping(group, team, role);
        var tag = client.get(path).header("ETag");

        var statuses = atOnce(
                6,
                () -> client.admin()
                        .header("If-Match", tag)
                        .body(Map.of("teamId", client.team("T" + UUID.randomUUID())))
                        .patch(client.path(path))
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void withoutIfMatchTheLastWinsAndBothAreNoted() throws Exception {
        var path = "mappings/" + client.mapping(group, team, role);

        var statuses = atOnce(
                2,
                () -> client.patch(path, Map.of("teamId", client.team("T" + UUID.randomUUID())))
                        .statusCode());

        assertThat(statuses).containsExactly(200, 200);
        assertThat(client.get("audit?action=mapping.changed").jsonPath().getList("items"))
                .hasSize(2);
        assertThat(client.get(path).header("ETag")).isEqualTo("\"3\"");
    }

    private static List<Integer> atOnce(int count, Callable<Integer> change) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(count)) {
            for (var answer : threads.invokeAll(Collections.nCopies(count, change))) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    @Test
    void mappingsGoWithTheirGroup() {
        var mapping = client.mapping(group, team, role);

        client.scim().delete("/scim/v2/Groups/" + group).then().statusCode(204);

        problem(client.get("mappings/" + mapping), 404, "not-found");
        assertThat(ids("")).isEmpty();
        var noted = client.get("audit?action=mapping.removed");
        assertThat(noted.jsonPath().getList("items.subject.id", String.class)).containsExactly(mapping);
        assertThat(sql.query(
                        SqlText.of("SELECT 1 FROM group_mapping WHERE organization_id = ?", (Object)
                                ResourceIds.bytes(client.organization())),
                        row -> row.getInt(1)))
                .isEmpty();
        assertThat(client.delete("teams/" + team).statusCode()).isEqualTo(204);
    }
}
