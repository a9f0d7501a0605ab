package dev.rollcall.api.mapping;

import static dev.rollcall.api.testing.AccessClient.invalid;
import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefaultsEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private AccessClient client;
    private String team;
    private String role;

    DefaultsEndpointTest(Callers callers, TestTokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @BeforeEach
    void anOrganizationWithATeamAndARole() {
        client = new AccessClient(callers, tokens.anOrganization().issue());
        team = client.team("EMEA");
        role = client.role("Viewer", 0);
    }

    private Response put(String place, String teamId, String roleId) {
        return client.admin().body(Map.of("teamId", teamId, "roleId", roleId)).put(client.path(place));
    }

    private String domain(boolean vouched) {
        return AccessClient.made(callers.operator()
                .body(Map.of("name", "d" + UUID.randomUUID() + ".example", "vouched", vouched))
                .post(client.path("domains")));
    }

    @Test
    void theOrganizationHasADefault() {
        hasADefault("default");
    }

    @Test
    void aClaimedDomainHasADefault() {
        hasADefault("domains/" + domain(true) + "/default");
    }

    private void hasADefault(String place) {
        problem(client.get(place), 404, "not-found");
        problem(client.delete(place), 404, "not-found");

        var set = put(place, team, role);
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(set.jsonPath().getMap(""))
                .containsEntry("team", Map.of("id", team, "name", "EMEA"))
                .containsEntry("role", Map.of("id", role, "name", "Viewer"));
        assertThat(client.get(place).asString()).isEqualTo(set.asString());
        assertThat(put(place, team, role).header("ETag")).isEqualTo(set.header("ETag"));

        var other = put(place, client.team("APAC"), role);
        assertThat((String) other.path("team.name")).isEqualTo("APAC");
        problem(
                client.admin()
                        .header("If-Match", set.header("ETag"))
                        .body(Map.of("teamId", team, "roleId", role))
                        .put(client.path(place)),
                412,
                "changed");
        problem(client.admin().header("If-Match", set.header("ETag")).delete(client.path(place)), 412, "changed");
        assertThat(client.admin()
                        .header("If-Match", other.header("ETag"))
                        .delete(client.path(place))
                        .statusCode())
                .isEqualTo(204);
        problem(client.get(place), 404, "not-found");
        assertThat(client.get("audit").jsonPath().getList("items.action", String.class))
                .filteredOn(action -> action.startsWith("default"))
                .containsExactly("default.removed", "default.set", "default.set");
    }

    @Test
    void aDefaultThatIsNotThereHasNoVersion() {
        problem(
                client.admin()
                        .header("If-Match", "\"1\"")
                        .body(Map.of("teamId", team, "roleId", role))
                        .put(client.path("default")),
                412,
                "changed");
    }

    @Test
    void aDomainIsProvedFirst() {
        problem(put("domains/" + domain(false) + "/default", team, role), 409, "state");
        problem(put("domains/" + UUID.randomUUID() + "/default", team, role), 404, "not-found");
    }

    @Test
    void aDefaultIsARoleOfTeamsInATeam() {
        var stranger = new AccessClient(callers, tokens.anOrganization().issue());

        invalid(put("default", team, client.adminRole("Admin")), "roleId");
        invalid(put("default", stranger.team("Hidden"), role), "teamId");
        invalid(put("default", team, stranger.role("Spy", 1)), "roleId");
        invalid(client.admin().body(Map.of("teamId", team)).put(client.path("default")), "roleId");
        invalid(client.admin().body("{}").put(client.path("default")), "teamId", "roleId");
    }

    @Test
    void aDomainThatIsReleasedHoldsNoTeam() {
        var domain = domain(true);
        put("domains/" + domain + "/default", team, role);
        problem(client.delete("teams/" + team), 409, "state");

        assertThat(client.delete("domains/" + domain).statusCode()).isEqualTo(204);

        problem(client.get("domains/" + domain + "/default"), 404, "not-found");
        assertThat(client.delete("teams/" + team).statusCode()).isEqualTo(204);
    }
}
