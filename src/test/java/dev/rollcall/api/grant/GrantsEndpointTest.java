package dev.rollcall.api.grant;

import static dev.rollcall.api.testing.AccessClient.invalid;
import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GrantsEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private AccessClient client;
    private String jane;
    private String team;
    private String role;

    GrantsEndpointTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganizationWithAMember() {
        client = new AccessClient(callers, tokens.anOrganization().issue());
        jane = client.user("jane@example.com");
        team = client.team("EMEA");
        role = client.role("Editor", 1);
    }

    private Response give(String member, Map<String, ?> body) {
        return client.post("members/" + member + "/grants", body);
    }

    @Test
    void aRoleIsGivenAndTaken() {
        var given = give(jane, Map.of("teamId", team, "roleId", role));
        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(given.jsonPath().getMap(""))
                .containsEntry("member", Map.of("id", jane, "name", "jane@example.com"))
                .containsEntry("team", Map.of("id", team, "name", "EMEA"))
                .containsEntry("role", Map.of("id", role, "name", "Editor"))
                .containsEntry("madeBy", "barbara@example.com");
        assertThat(client.get("members/" + jane + "/grants").jsonPath().getList("items"))
                .isEqualTo(List.of(given.jsonPath().getMap("")));
        assertThat(problem(give(jane, Map.of("teamId", team, "roleId", role)), 409, "taken"))
                .contains("jane@example.com");

        problem(client.admin().header("If-Match", "\"2\"").delete(given.header("Location")), 412, "changed");
        assertThat(client.admin()
                        .header("If-Match", given.header("ETag"))
                        .delete(given.header("Location"))
                        .statusCode())
                .isEqualTo(204);
        problem(client.admin().delete(given.header("Location")), 404, "not-found");
        assertThat(client.get("audit").jsonPath().getList("items.action", String.class))
                .filteredOn(action -> action.startsWith("grant"))
                .containsExactly("grant.removed", "grant.added");
    }

    @Test
    void aPersonWithoutIdentityProviderIsGivenARole() {
        var invited = person("INVITED");

        give(invited, Map.of("teamId", team, "roleId", role)).then().statusCode(201);
        problem(give(person("DELETED"), Map.of("teamId", team, "roleId", role)), 404, "not-found");
    }

    private String person(String state) {
        var id = UUID.randomUUID();
        sql.update(SqlText.of(
                "INSERT INTO person (id, organization_id, origin, state, email, made_by, created, changed, version)"
                        + " VALUES (?, ?, 'INVITED', ?, 'new@example.com', 'x', 1, 1, 1)",
                ResourceIds.bytes(id),
                ResourceIds.bytes(client.organization()),
                state));
        return id.toString();
    }

    @Test
    void whatCannotBeGivenIsRefused() {
        var stranger = new AccessClient(callers, tokens.anOrganization().issue());

        problem(give(stranger.user("eve@example.com"), Map.of("teamId", team, "roleId", role)), 404, "not-found");
        problem(client.get("members/" + UUID.randomUUID() + "/grants"), 404, "not-found");
        invalid(give(jane, Map.of("teamId", stranger.team("Hidden"), "roleId", role)), "teamId");
        invalid(give(jane, Map.of("teamId", team, "roleId", stranger.role("Spy", 1))), "roleId");
        invalid(give(jane, Map.of("roleId", role)), "teamId");
        invalid(give(jane, Map.of("teamId", team, "roleId", client.adminRole("Admin"))), "teamId");
        invalid(give(jane, Map.of()), "roleId");
    }

    @Test
    void allGrantsAreListedByMemberAndFiltered() {
        var john = client.user("john@example.com");
        var admin = client.adminRole("Admin");
        give(john, Map.of("teamId", team, "roleId", role));
        give(jane, Map.of("teamId", team, "roleId", role));
        give(jane, Map.of("roleId", admin));

        assertThat(members("")).containsExactly(jane, jane, john);
        assertThat(members("?roleId=" + role)).containsExactly(jane, john);
        assertThat(members("?roleId=" + admin)).containsExactly(jane);
        assertThat(members("?teamId=" + team + "&limit=1")).containsExactly(jane);
        var first = client.get("grants?limit=2");
        assertThat(client.admin()
                        .queryParam("cursor", first.<String>path("next"))
                        .get(client.path("grants"))
                        .jsonPath()
                        .getList("items.member.id", String.class))
                .containsExactly(john);
        invalid(client.get("grants?roleId=x&teamId=y"), "roleId", "teamId");
    }

    private List<String> members(String query) {
        return client.get("grants" + query).jsonPath().getList("items.member.id", String.class);
    }

    @Test
    void whereRolesComeFromGroupsOnlyNobodyIsGivenOneButTheFirstAdmin() {
        var admin = client.adminRole("Admin");
        client.patch("policies", Map.of("rolesFromGroupsOnly", true)).then().statusCode(200);

        assertThat(problem(give(jane, Map.of("teamId", team, "roleId", role)), 409, "state"))
                .contains("IdP groups");
        var everywhere =
                AccessClient.made(client.post("roles", Map.of("name", "Auditor", "scope", "organization", "rank", 1)));
        problem(give(jane, Map.of("roleId", everywhere)), 409, "state");
        var first = client.grant(jane, admin);
        problem(give(client.user("john@example.com"), Map.of("roleId", admin)), 409, "state");

        client.patch("policies", Map.of("protectLastAdmin", false));
        assertThat(client.delete("members/" + jane + "/grants/" + first).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aSyncTakesNoGrantAway() {
        give(jane, Map.of("teamId", team, "roleId", role));

        client.scimPatch("Users/" + jane, Map.of("op", "replace", "path", "title", "value", "Boss"));
        client.disable(jane).then().statusCode(200);

        assertThat(client.get("members/" + jane + "/grants").jsonPath().getList("items"))
                .hasSize(1);
    }
}
