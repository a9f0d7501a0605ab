package dev.rollcall.api.catalogue;

import static dev.rollcall.api.testing.AccessClient.invalid;
import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.catalogue.Teams;
import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamsEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private AccessClient client;

    TeamsEndpointTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganization() {
        client = organization();
    }

    private AccessClient organization() {
        return new AccessClient(callers, tokens.anOrganization().issue());
    }

    @Test
    void aTeamIsAddedRenamedAndRemoved() {
        var added = client.post("teams", Map.of("name", "EMEA"));
        assertThat(added.statusCode()).isEqualTo(201);
        var location = added.header("Location");
        assertThat(client.admin().get(location).asString()).isEqualTo(added.asString());

        var renamed = client.admin()
                .header("If-Match", added.header("ETag"))
                .body(Map.of("name", " Europe "))
                .patch(location);
        assertThat((String) renamed.path("name")).isEqualTo("Europe");
        assertThat(renamed.header("ETag")).isNotEqualTo(added.header("ETag"));

        problem(client.admin().header("If-Match", added.header("ETag")).delete(location), 412, "changed");
        assertThat(client.admin()
                        .header("If-Match", renamed.header("ETag"))
                        .delete(location)
                        .statusCode())
                .isEqualTo(204);
        problem(client.admin().get(location), 404, "not-found");
        assertThat(client.get("audit").jsonPath().getList("items.action", String.class))
                .filteredOn(action -> action.startsWith("team."))
                .containsExactly("team.removed", "team.renamed", "team.added");
    }

    @Test
    void teamsAreListedByNamePageByPage() {
        List.of("b", "c", "a").forEach(client::team);

        var first = client.admin().queryParam("limit", 2).get(client.path("teams"));
        var second =
                client.admin().queryParam("cursor", first.<String>path("next")).get(client.path("teams"));

        assertThat(first.jsonPath().getList("items.name", String.class)).containsExactly("a", "b");
        assertThat(second.jsonPath().getList("items.name", String.class)).containsExactly("c");
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void aNameIsTakenOnceInAnOrganization() {
        client.team("EMEA");
        var other = client.team("APAC");

        assertThat(problem(client.post("teams", Map.of("name", "EMEA")), 409, "taken"))
                .contains("'EMEA'");
        problem(client.patch("teams/" + other, Map.of("name", "EMEA")), 409, "taken");
        organization().team("EMEA");
    }

    @Test
    void aBodyThatDoesNotFitIsRefusedByItsField() {
        invalid(client.post("teams", Map.of("name", "")), "name");
        invalid(client.post("teams", Map.of("name", "a".repeat(201))), "name");
        invalid(client.post("teams", Map.of("name", "a\u0000b")), "name");
        invalid(client.post("teams", Map.of("name", 3)), "name");
        invalid(client.post("teams", Map.of()), "name");
        invalid(client.post("teams", Map.of("name", "EMEA", "id", "x")), "id");
    }

    @Test
    void aTeamInUseSaysByWhat() {
        var team = client.team("EMEA");
        var role = client.role("Editor", 1);
        var jane = client.user("jane@example.com");
        var group = client.group("Sales");
        var mapping = client.mapping(group, team, role);
        var grant =
                AccessClient.made(client.post("members/" + jane + "/grants", Map.of("teamId", team, "roleId", role)));
        client.admin().body(Map.of("teamId", team, "roleId", role)).put(client.path("default"));

        assertThat(problem(client.delete("teams/" + team), 409, "state"))
                .contains("1 group mapping, 1 grant by hand, 1 default");
        assertThat(problem(client.delete("roles/" + role), 409, "state"))
                .contains("1 group mapping, 1 grant by hand, 1 default");

        assertThat(client.delete("mappings/" + mapping).statusCode()).isEqualTo(204);
        assertThat(client.delete("members/" + jane + "/grants/" + grant).statusCode())
                .isEqualTo(204);
        problem(client.delete("teams/" + team), 409, "state");
        assertThat(client.delete("default").statusCode()).isEqualTo(204);
        assertThat(client.delete("teams/" + team).statusCode()).isEqualTo(204);
        assertThat(client.delete("roles/" + role).statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsGoneHoldsNoTeam() {
        var team = client.team("EMEA");
        var role = client.role("Editor", 1);
        for (var table : List.of(
                "member_grant (id, organization_id, member_id",
                "group_mapping (version, id, organization_id, group_id")) {
            var version = table.startsWith("group") ? "1, " : "";
            sql.update(SqlText.of(
                    "INSERT INTO " + table + ", scope_id, role_id, made_by, created) VALUES (" + version
                            + "?, ?, ?, ?, ?, 'somebody', 0)",
                    bytes(UUID.randomUUID()),
                    bytes(client.organization()),
                    bytes(UUID.randomUUID()),
                    bytes(UUID.fromString(team)),
                    bytes(UUID.fromString(role))));
        }

        assertThat(client.get("mappings").jsonPath().getList("items")).isEmpty();
        assertThat(client.get("grants").jsonPath().getList("items")).isEmpty();
        assertThat(client.delete("teams/" + team).statusCode()).isEqualTo(204);
        assertThat(client.delete("roles/" + role).statusCode()).isEqualTo(204);
    }

    @Test
    void anOrganizationHasSoManyTeams() {
        fill("team (id, organization_id, name, created, version)", "1, 1", Teams.MOST);

        assertThat(problem(client.post("teams", Map.of("name", "one more")), 409, "limit"))
                .contains("1000");
    }

    @Test
    void anOrganizationHasSoManyRoles() {
        fill(
                "role (id, organization_id, name, created, version, scope, role_rank, admin)",
                "1, 1, 'TEAM', 1, FALSE",
                200);

        var body = Map.of("name", "one more", "scope", "team", "rank", 1);
        assertThat(problem(client.post("roles", body), 409, "limit")).contains("200");
    }

    private void fill(String table, String rest, int count) {
        sql.update(SqlText.of(
                "INSERT INTO " + table + " SELECT UNHEX(MD5(CONCAT(seq, HEX(?)))), ?, CONCAT('n', seq), " + rest
                        + " FROM seq_1_to_" + count,
                bytes(client.organization()),
                bytes(client.organization())));
    }

    @Test
    void anotherOrganizationsTeamIsNotThere() {
        var team = organization().team("EMEA");

        problem(client.get("teams/" + team), 404, "not-found");
        problem(client.patch("teams/" + team, Map.of("name", "Mine")), 404, "not-found");
        problem(client.delete("teams/" + team), 404, "not-found");
    }

    private static byte[] bytes(UUID id) {
        return ResourceIds.bytes(id);
    }
}
