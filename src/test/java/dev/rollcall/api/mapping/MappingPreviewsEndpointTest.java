package dev.rollcall.api.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.testing.AccessRows;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MappingPreviewsEndpointTest {
    private final Callers callers;
    private final Organizations organizations;
    private final AccessRows rows;
    private UUID organization = UUID.randomUUID();
    private UUID team = UUID.randomUUID();
    private UUID editor = UUID.randomUUID();
    private UUID viewer = UUID.randomUUID();
    private UUID group = UUID.randomUUID();

    MappingPreviewsEndpointTest(Callers callers, Organizations organizations, AccessRows rows) {
        this.callers = callers;
        this.organizations = organizations;
        this.rows = rows;
    }

    @BeforeEach
    void fill() {
        organization = added();
        team = rows.team(organization, "EMEA");
        editor = rows.role(organization, "Editor", 2);
        viewer = rows.role(organization, "Viewer", 1);
        group = rows.group(organization, "Sales");
    }

    private UUID added() {
        return organizations.add("Acme " + UUID.randomUUID(), Plan.ENTERPRISE).id();
    }

    @Test
    void saysWhoGainsAndWhoChanges() {
        var users = rows.users(organization, 25, group);
        rows.grant(organization, users.get(0), team, viewer);
        rows.grant(organization, users.get(1), team, editor);

        var answer = preview(List.of(planned(group, team, editor)), List.of());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<Integer>path("affected")).isEqualTo(24);
        assertThat(answer.jsonPath().getList("gained.people", Integer.class)).containsExactly(23);
        assertThat(answer.<String>path("gained[0].team.name")).isEqualTo("EMEA");
        assertThat(answer.<String>path("gained[0].role.name")).isEqualTo("Editor");
        assertThat(answer.jsonPath().getList("changed.people", Integer.class)).containsExactly(1);
        assertThat(answer.<String>path("changed[0].from.name")).isEqualTo("Viewer");
        assertThat(answer.<String>path("changed[0].to.name")).isEqualTo("Editor");
        assertThat(answer.jsonPath().getList("lost")).isEmpty();
        assertThat(answer.jsonPath().getList("people")).hasSize(20);
        assertThat(answer.<String>path("people[0].id"))
                .isEqualTo(users.getFirst().toString());
        assertThat(answer.<String>path("people[0].userName")).contains("@example.com");
        assertThat(answer.<String>path("people[0].before[0].role.name")).isEqualTo("Viewer");
        assertThat(answer.<String>path("people[0].after[0].role.name")).isEqualTo("Editor");
        assertThat(answer.<Boolean>path("lastAdminGoes")).isFalse();
        assertThat(callers.admin(organization)
                        .get("/api/v1/organizations/" + organization + "/members/" + users.get(2))
                        .jsonPath()
                        .getList("member.grants"))
                .isEmpty();
    }

    @Test
    void aMappingIsReplacedAtOnceAndADefaultComesBack() {
        rows.users(organization, 3, group);
        var mapping = rows.mapping(organization, group, team, editor);
        var other = rows.team(organization, "APAC");
        rows.defaultGrant(organization, other, viewer);

        var replaced = preview(List.of(planned(group, team, viewer)), List.of(mapping));
        assertThat(replaced.jsonPath().getList("changed.people", Integer.class)).containsExactly(3);
        assertThat(replaced.jsonPath().getList("gained")).isEmpty();
        assertThat(replaced.jsonPath().getList("lost")).isEmpty();

        var removed = preview(List.of(), List.of(mapping));
        assertThat(removed.jsonPath().getList("lost.team.name", String.class)).containsExactly("EMEA");
        assertThat(removed.jsonPath().getList("gained.team.name", String.class)).containsExactly("APAC");
        assertThat(removed.<Integer>path("affected")).isEqualTo(3);
    }

    @Test
    void saysThatTheLastAdminWouldGo() {
        var admin = rows.role(organization, "Admin", 0);
        var users = rows.users(organization, 2, group);
        var mapping = rows.mapping(organization, group, organization, admin);

        var last = preview(List.of(), List.of(mapping));
        assertThat(last.<Boolean>path("lastAdminGoes")).isTrue();
        assertThat(last.<String>path("refusal")).contains("under People");
        assertThat(last.jsonPath().getMap("lost[0]")).doesNotContainKey("team").containsEntry("people", 2);

        var replaced = preview(List.of(planned(group, null, admin)), List.of(mapping));
        assertThat(replaced.<Boolean>path("lastAdminGoes")).isFalse();
        assertThat(replaced.<Integer>path("affected")).isZero();

        callers.operator()
                .body(Map.of("protectLastAdmin", false))
                .patch("/api/v1/organizations/" + organization + "/policies");
        var unprotected = preview(List.of(), List.of(mapping));
        assertThat(unprotected.<Boolean>path("lastAdminGoes")).isTrue();
        assertThat(unprotected.jsonPath().getMap("")).doesNotContainKey("refusal");

        rows.grant(organization, users.getFirst(), organization, admin);
        assertThat(preview(List.of(), List.of(mapping)).<Boolean>path("lastAdminGoes"))
                .isFalse();
    }

    @Test
    void whatTheOrganizationDoesNotHaveIsNamedByField() {
        var other = added();
        var otherTeam = rows.team(other, "Theirs");
        var otherRole = rows.role(other, "Their role", 1);
        var otherGroup = rows.group(other, "Their group");
        var otherMapping = rows.mapping(other, otherGroup, otherTeam, otherRole);
        var admin = rows.role(organization, "Admin", 0);

        var foreign = preview(List.of(planned(otherGroup, otherTeam, otherRole)), List.of(otherMapping));
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.jsonPath().getList("errors.field", String.class))
                .containsExactly("add[0].groupId", "add[0].teamId", "add[0].roleId", "remove[0]");

        var mixed = preview(List.of(planned(group, null, editor), planned(group, team, admin)), List.of());
        assertThat(mixed.jsonPath().getList("errors.field", String.class))
                .containsExactly("add[0].teamId", "add[1].teamId");

        var none = callers.operator()
                .body(Map.of())
                .post("/api/v1/organizations/" + UUID.randomUUID() + "/mapping-previews");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(preview(List.of(Map.of("groupId", group)), List.of()).statusCode())
                .isEqualTo(400);
        assertThat(preview(List.of(), List.of()).<Integer>path("affected")).isZero();
    }

    private static Map<String, UUID> planned(UUID group, @Nullable UUID team, UUID role) {
        return team == null
                ? Map.of("groupId", group, "roleId", role)
                : Map.of("groupId", group, "teamId", team, "roleId", role);
    }

    private Response preview(List<?> add, List<UUID> remove) {
        return callers.admin(organization)
                .body(Map.of("add", add, "remove", remove))
                .post("/api/v1/organizations/" + organization + "/mapping-previews");
    }
}
