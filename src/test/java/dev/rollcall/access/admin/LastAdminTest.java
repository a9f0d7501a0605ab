package dev.rollcall.access.admin;

import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LastAdminTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Sql sql;
    private AccessClient client;
    private String admin;
    private String jane;
    private String john;

    LastAdminTest(Callers callers, TestTokens tokens, Sql sql) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganizationWithAnAdminRole() {
        client = new AccessClient(callers, tokens.anOrganization().issue());
        admin = client.adminRole("Admin");
        jane = client.user("jane@example.com");
        john = client.user("john@example.com");
    }

    private static void refused(Response answer, String who) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getMap("")).doesNotContainKey("scimType");
        assertThat((String) answer.path("detail"))
                .contains("last active org admin")
                .contains("under People")
                .contains(who);
    }

    @Test
    void theLastAdminByHandStays() {
        var path = "members/" + jane + "/grants/" + client.grant(jane, admin);

        assertThat(problem(client.delete(path), 409, "state"))
                .isEqualTo("jane@example.com is the last active org admin. Give somebody else the admin role first,"
                        + " under People.");
        problem(client.patch("roles/" + admin, Map.of("admin", false)), 409, "state");
        refused(client.disable(jane), "'jane@example.com'");
        refused(client.scim().delete("/scim/v2/Users/" + jane), "'jane@example.com'");
        assertThat((Boolean) client.scim().get("/scim/v2/Users/" + jane).path("active"))
                .isTrue();

        client.grant(john, admin);
        assertThat(client.disable(jane).statusCode()).isEqualTo(200);
        assertThat(client.delete(path).statusCode()).isEqualTo(204);
        client.scim().delete("/scim/v2/Users/" + jane).then().statusCode(204);
        refused(client.disable(john), "'john@example.com'");
    }

    @Test
    void theLastAdminByAGroupWithinAGroupStays() {
        var inner = client.group("Inner", jane);
        var outer = client.group("Outer", inner);
        var mapping = client.mapping(outer, null, admin);

        problem(client.delete("mappings/" + mapping), 409, "state");
        var viewer =
                AccessClient.made(client.post("roles", Map.of("name", "Viewer", "scope", "organization", "rank", 1)));
        problem(client.patch("mappings/" + mapping, Map.of("roleId", viewer)), 409, "state");
        problem(client.patch("roles/" + admin, Map.of("admin", false)), 409, "state");
        refused(client.disable(jane), "'jane@example.com'");
        refused(client.scim().delete("/scim/v2/Users/" + jane), "'jane@example.com'");
        refused(client.leave(inner, jane), "'Inner'");
        refused(client.leave(outer, inner), "'Outer'");
        refused(client.scim().delete("/scim/v2/Groups/" + inner), "'Inner'");
        refused(client.scim().delete("/scim/v2/Groups/" + outer), "'Outer'");
        assertThat(client.get("mappings").jsonPath().getList("items")).hasSize(1);

        client.scimPatch(
                        "Groups/" + outer,
                        Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", john))))
                .then()
                .statusCode(200);
        client.leave(inner, jane).then().statusCode(200);
        client.scim().delete("/scim/v2/Groups/" + inner).then().statusCode(204);
        client.grant(jane, admin);
        client.scim().delete("/scim/v2/Groups/" + outer).then().statusCode(204);
        assertThat(client.get("mappings").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void anotherRoleOfAdminsIsAsGood() {
        var owner = client.adminRole("Owner");
        var mapping = client.mapping(client.group("Admins", jane), null, admin);

        assertThat(client.patch("mappings/" + mapping, Map.of("roleId", owner)).statusCode())
                .isEqualTo(200);
        assertThat(client.patch("roles/" + admin, Map.of("admin", false)).statusCode())
                .isEqualTo(200);
        problem(client.patch("roles/" + owner, Map.of("admin", false)), 409, "state");
    }

    @Test
    void whereNobodyIsAnAdminNobodyIsTheLast() {
        var group = client.group("Admins");
        var mapping = client.mapping(group, null, admin);

        client.scimPatch("Groups/" + group, Map.of("op", "replace", "path", "displayName", "value", "Bosses"))
                .then()
                .statusCode(200);
        client.disable(jane).then().statusCode(200);
        client.grant(jane, admin);
        client.scim().delete("/scim/v2/Users/" + jane).then().statusCode(204);
        assertThat(client.delete("mappings/" + mapping).statusCode()).isEqualTo(204);
        client.scim().delete("/scim/v2/Groups/" + group).then().statusCode(204);
    }

    @Test
    void somebodyWhomNoIdentityProviderHasIsAnAdminOnceActive() {
        client.grant(jane, admin);
        var invited = person("INVITED");
        client.grant(invited.toString(), admin);
        refused(client.disable(jane), "'jane@example.com'");

        sql.update(SqlText.of("UPDATE person SET state = 'ACTIVE' WHERE id = ?", (Object) ResourceIds.bytes(invited)));

        assertThat(client.disable(jane).statusCode()).isEqualTo(200);
    }

    private UUID person(String state) {
        var id = UUID.randomUUID();
        sql.update(SqlText.of(
                "INSERT INTO person (id, organization_id, origin, state, email, made_by, created, changed, version)"
                        + " VALUES (?, ?, 'INVITED', ?, 'new@example.com', 'x', 1, 1, 1)",
                ResourceIds.bytes(id),
                ResourceIds.bytes(client.organization()),
                state));
        return id;
    }

    @Test
    void whereThePolicyProtectsNobodyTheLastMayGo() {
        var other = new AccessClient(callers, tokens.anOrganization().issue());
        other.patch("policies", Map.of("protectLastAdmin", false)).then().statusCode(200);
        var user = other.user("jane@example.com");
        var grant = other.grant(user, other.adminRole("Admin"));

        assertThat(other.disable(user).statusCode()).isEqualTo(200);
        assertThat(other.delete("members/" + user + "/grants/" + grant).statusCode())
                .isEqualTo(204);
    }

    @Test
    void ofABulkThatDisablesAllOnlyTheLastAdminIsRefused() {
        client.grant(jane, admin);
        var third = client.user("jim@example.com");
        var operations = List.of(john, jane, third).stream()
                .map(user -> Map.of(
                        "method",
                        "PATCH",
                        "path",
                        "/Users/" + user,
                        "data",
                        Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                                "Operations",
                                List.of(AccessClient.disabling()))))
                .toList();

        var answer = client.scim()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        operations))
                .post("/scim/v2/Bulk");

        assertThat(answer.jsonPath().getList("Operations.status", String.class)).containsExactly("200", "409", "200");
        assertThat((String) answer.path("Operations[1].response.detail")).contains("last active org admin");
        assertThat((Boolean) client.scim().get("/scim/v2/Users/" + jane).path("active"))
                .isTrue();
        assertThat((Boolean) client.scim().get("/scim/v2/Users/" + third).path("active"))
                .isFalse();
    }

    @RepeatedTest(5)
    void ofTwoAdminsWhoAreDemotedAtOnceOneStays() throws Exception {
        var first = "members/" + jane + "/grants/" + client.grant(jane, admin);
        var second = "members/" + john + "/grants/" + client.grant(john, admin);

        assertThat(atOnce(
                        () -> client.delete(first).statusCode(),
                        () -> client.delete(second).statusCode()))
                .containsExactlyInAnyOrder(204, 409);
    }

    @RepeatedTest(5)
    void ofTwoAdminsWhoGoByDifferentWaysAtOnceOneStays() throws Exception {
        var grant = "members/" + jane + "/grants/" + client.grant(jane, admin);
        var group = client.group("Admins", john);
        client.mapping(group, null, admin);

        assertThat(atOnce(
                        () -> client.delete(grant).statusCode(),
                        () -> client.leave(group, john).statusCode()))
                .contains(409)
                .containsAnyOf(200, 204);
    }

    @RepeatedTest(5)
    void ofTwoAdminsWhoAreDisabledAtOnceOneStays() throws Exception {
        client.grant(jane, admin);
        client.grant(john, admin);

        assertThat(atOnce(
                        () -> client.disable(jane).statusCode(),
                        () -> client.disable(john).statusCode()))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoIsJustBeingDisabledIsNobodyToRelyOn() throws Exception {
        var grant = "members/" + jane + "/grants/" + client.grant(jane, admin);
        client.grant(john, admin);

        try (var thread = Executors.newSingleThreadExecutor()) {
            var taken = QuarkusTransaction.requiringNew().call(() -> {
                sql.update(SqlText.of("UPDATE scim_user SET active = FALSE WHERE id = ?", (Object)
                        ResourceIds.bytes(UUID.fromString(john))));
                var answer = thread.submit(() -> client.delete(grant).statusCode());
                assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return answer;
            });
            assertThat(taken.get()).isEqualTo(409);
        }
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(List.of(one, other))) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }
}
