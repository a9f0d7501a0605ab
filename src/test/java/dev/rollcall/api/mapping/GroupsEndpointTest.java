package dev.rollcall.api.mapping;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupsEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private AccessClient client;

    GroupsEndpointTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganization() {
        client = new AccessClient(callers, tokens.anOrganization().issue());
    }

    @Test
    void aGroupSaysWhoIsInItAndWhatItGives() {
        var jane = client.user("jane@example.com");
        var john = client.user("john@example.com");
        var inner = client.group("Inner", jane, john);
        var outer = client.group("Outer", jane, inner);
        var team = client.team("EMEA");
        var role = client.role("Editor", 1);
        var mapping = client.mapping(outer, team, role);

        var shown = client.get("groups/" + outer);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.jsonPath().getMap(""))
                .containsEntry("name", "Outer")
                .containsEntry("members", Map.of("count", 2, "more", false))
                .containsEntry("people", Map.of("count", 2, "more", false))
                .containsEntry(
                        "mappedTo",
                        List.of(Map.of(
                                "mappingId",
                                mapping,
                                "team",
                                Map.of("id", team, "name", "EMEA"),
                                "role",
                                Map.of("id", role, "name", "Editor"))));
        assertThat((String) shown.path("lastPush"))
                .isEqualTo(client.scim().get("/scim/v2/Groups/" + outer).path("meta.lastModified"));
        assertThat(client.get("groups").jsonPath().getList("items").getLast())
                .isEqualTo(shown.jsonPath().getMap(""));
    }

    @Test
    void aCircleOfGroupsEnds() {
        var jane = client.user("jane@example.com");
        var one = client.group("One", jane);
        var two = client.group("Two", one, client.user("john@example.com"));
        client.scimPatch(
                        "Groups/" + one, Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", two))))
                .then()
                .statusCode(200);
        client.mapping(one, null, client.adminRole("Admin"));

        for (var group : List.of(one, two)) {
            assertThat((Integer) client.get("groups/" + group).path("members.count"))
                    .isEqualTo(2);
            assertThat((Integer) client.get("groups/" + group).path("people.count"))
                    .isEqualTo(2);
        }
        assertThat(client.disable(jane).statusCode()).isEqualTo(200);
    }

    @Test
    void groupsAreListedByNameAndFiltered() {
        var sales = client.group("Sales");
        var names = List.of("b_1", "bx1", "B%", "support", "B2");
        names.forEach(client::group);
        client.mapping(sales, client.team("EMEA"), client.role("Editor", 1));

        assertThat(names("")).containsExactly("B%", "B2", "b_1", "bx1", "Sales", "support");
        assertThat(names("?mapped=true")).containsExactly("Sales");
        assertThat(names("?mapped=false")).containsExactly("B%", "B2", "b_1", "bx1", "support");
        assertThat(names("?search=S")).containsExactly("Sales", "support");
        assertThat(names("?search=B_")).containsExactly("b_1");
        assertThat(names("?search=b%")).containsExactly("B%");
        assertThat(names("?search=s&mapped=false")).containsExactly("support");
        assertThat(names("?search=ales")).isEmpty();
        invalid(client.get("groups?mapped=maybe"), "mapped");
        invalid(client.get("groups?search=" + "a".repeat(201)), "search");
    }

    private List<String> names(String query) {
        return client.get("groups" + query).jsonPath().getList("items.name", String.class);
    }

    @Test
    void aWalkMeetsEachGroupOnceWhateverItsName() {
        var longest = "x".repeat(600);
        Stream.of("a", "b", "c", "a" + longest, "b" + longest).forEach(client::group);
        // As connections give them that allow equal names.
        sql.update(SqlText.of(
                "UPDATE scim_group SET display_name_key = 'b', unique_name = NULL WHERE organization_id = ? AND"
                        + " display_name_key IN ('a', 'c')",
                (Object) ResourceIds.bytes(client.organization())));

        for (var filter : List.of("", "&mapped=false")) {
            var met = new ArrayList<String>();
            var page = client.get("groups?limit=1" + filter);
            while (page.<String>path("next") != null) {
                met.addAll(page.jsonPath().getList("items.id", String.class));
                page = client.admin()
                        .queryParam("cursor", page.<String>path("next"))
                        .get(client.path("groups?limit=1" + filter));
            }
            met.addAll(page.jsonPath().getList("items.id", String.class));
            assertThat(met).hasSize(5).doesNotHaveDuplicates();
            assertThat(client.get("groups?limit=5" + filter).jsonPath().getList("items.id", String.class))
                    .isEqualTo(met);
        }
    }

    @Test
    void countsEndAtTenThousand() {
        var large = client.group("Large");
        var around = client.group("Around", large);
        sql.update(SqlText.of(
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type)"
                        + " SELECT ?, ?, UNHEX(MD5(CONCAT(seq, ?))), 'User' FROM seq_1_to_10001",
                ResourceIds.bytes(client.organization()),
                ResourceIds.bytes(UUID.fromString(large)),
                large));

        assertThat(client.get("groups/" + large).jsonPath().getMap("members"))
                .isEqualTo(Map.of("count", 10_000, "more", true));
        assertThat(client.get("groups/" + large).jsonPath().getMap("people"))
                .isEqualTo(Map.of("count", 10_000, "more", true));
        assertThat(client.get("groups/" + around).jsonPath().getMap("people"))
                .isEqualTo(Map.of("count", 10_000, "more", true));
        assertThat(client.get("groups/" + around).jsonPath().getMap("members"))
                .isEqualTo(Map.of("count", 1, "more", false));
    }

    @Test
    void anotherOrganizationsGroupIsNotThere() {
        var stranger = new AccessClient(callers, tokens.anOrganization().issue());

        problem(client.get("groups/" + stranger.group("Secret")), 404, "not-found");
    }
}
