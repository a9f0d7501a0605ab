package dev.rollcall.api.catalogue;

import static dev.rollcall.api.testing.AccessClient.invalid;
import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private AccessClient client;

    RolesEndpointTest(Callers callers, TestTokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @BeforeEach
    void anOrganization() {
        client = new AccessClient(callers, tokens.anOrganization().issue());
    }

    @Test
    void aRoleIsAddedChangedAndRemoved() {
        var added = client.post("roles", Map.of("name", "Editor", "scope", "team", "rank", -5));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.jsonPath().getMap(""))
                .containsEntry("scope", "team")
                .containsEntry("rank", -5)
                .containsEntry("admin", false);
        var path = "roles/" + added.path("id");
        assertThat(client.get(path).asString()).isEqualTo(added.asString());

        var changed = client.admin()
                .header("If-Match", added.header("ETag"))
                .body(Map.of("rank", 7, "scope", "organization", "admin", true))
                .patch(client.path(path));
        assertThat(changed.jsonPath().getMap(""))
                .containsEntry("name", "Editor")
                .containsEntry("scope", "organization")
                .containsEntry("rank", 7)
                .containsEntry("admin", true);
        var same = client.patch(path, Map.of("rank", 7));
        assertThat(same.header("ETag")).isEqualTo(changed.header("ETag"));

        problem(client.admin().header("If-Match", "\"1\"").delete(client.path(path)), 412, "changed");
        assertThat(client.delete(path).statusCode()).isEqualTo(204);
        problem(client.get(path), 404, "not-found");
        assertThat(client.get("audit").jsonPath().getList("items.action", String.class))
                .filteredOn(action -> action.startsWith("role."))
                .containsExactly("role.removed", "role.changed", "role.added");
    }

    @Test
    void rolesAreListedByName() {
        List.of("b", "c", "a").forEach(name -> client.role(name, 1));

        assertThat(client.get("roles").jsonPath().getList("items.name", String.class))
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "2147483648", "-2147483649", "\"high\"", "\"1\"", "1.5", "true", "[1]"})
    void aRankThatIsNoneSaysTheRange(String rank) {
        var body = "{\"name\": \"Editor\", \"scope\": \"team\", \"rank\": " + rank + "}";

        var answer = client.admin().body(body).post(client.path("roles"));

        assertThat(invalid(answer, "rank")).contains("-2147483648").contains("2147483647");
    }

    @Test
    void theGreatestRanksAreRanks() {
        client.role("Greatest", Integer.MAX_VALUE);
        client.role("Least", Integer.MIN_VALUE);
    }

    @Test
    void aBodyThatDoesNotFitIsRefusedByItsFields() {
        invalid(client.post("roles", Map.of()), "name", "scope", "rank");
        invalid(client.post("roles", Map.of("name", "", "scope", "all", "rank", 1)), "name", "scope");
        assertThat(invalid(
                        client.post("roles", Map.of("name", "A", "scope", "team", "rank", 1, "admin", true)), "admin"))
                .contains("organization");
        var role = client.adminRole("Admin");
        invalid(client.patch("roles/" + role, Map.of("scope", "team")), "admin");
        invalid(client.admin().body("{\"rank\": null}").patch(client.path("roles/" + role)), "rank");
    }

    @Test
    void theScopeStaysWhileTheRoleIsInUse() {
        var role = client.role("Editor", 1);
        var mapping = client.mapping(client.group("Sales"), client.team("EMEA"), role);

        assertThat(problem(client.patch("roles/" + role, Map.of("scope", "organization")), 409, "state"))
                .contains("1 group mapping");
        assertThat(client.patch("roles/" + role, Map.of("rank", 9)).statusCode())
                .isEqualTo(200);

        client.delete("mappings/" + mapping);
        assertThat(client.patch("roles/" + role, Map.of("scope", "organization"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNameIsTakenOnce() {
        client.role("Editor", 1);
        var other = client.role("Viewer", 0);

        problem(client.post("roles", Map.of("name", "Editor", "scope", "team", "rank", 1)), 409, "taken");
        problem(client.patch("roles/" + other, Map.of("name", "Editor")), 409, "taken");
    }
}
