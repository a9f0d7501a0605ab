package dev.rollcall.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationsEndpointTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final Given given;
    private TestToken token = new TestToken(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "");
    private UUID organization = UUID.randomUUID();
    private Provisioned provider = new Provisioned("");

    InvitationsEndpointTest(Callers callers, TestTokens tokens, Given given) {
        this.callers = callers;
        this.tokens = tokens;
        this.given = given;
    }

    @BeforeEach
    void addAnOrganization() {
        token = tokens.anOrganization().issue();
        organization = token.organizationId();
        provider = new Provisioned(token.token());
    }

    private RequestSpecification admin() {
        return callers.admin(organization);
    }

    private String path(String rest) {
        return "/api/v1/organizations/" + organization + rest;
    }

    private Response invite(Map<String, ?> body) {
        return admin().body(body).post(path("/invitations"));
    }

    private String invited(Map<String, ?> body) {
        var answer = invite(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    private static void problem(Response answer, int status, String kind, String words) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:" + kind);
        assertThat((String) answer.path("detail")).contains(words);
    }

    @Test
    void anInvitationIsMadeListedReadAndWithdrawnWithItsGrants() {
        var answer = invite(
                Map.of("email", "Babs@Example.com", "name", "Babs", "grants", List.of(given.grant(organization))));
        var id = answer.<String>path("id");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(given.grants(organization, id)).isOne();

        var read = admin().get(answer.header("Location"));
        assertThat(read.asString()).isEqualTo(answer.asString());
        assertThat((String) read.path("email")).isEqualTo("Babs@Example.com");
        assertThat(admin().get(path("/invitations")).jsonPath().getList("items.id"))
                .containsExactly(id);
        assertThat(admin().header("If-Match", "\"7\"")
                        .delete(path("/invitations/" + id))
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin().delete(path("/invitations/" + id)).statusCode()).isEqualTo(204);
        assertThat(admin().get(path("/invitations/" + id)).statusCode()).isEqualTo(404);
        assertThat(given.allGrants(organization)).isZero();
        assertThat(given.audited(organization, id)).containsExactly("invitation.made", "invitation.withdrawn");
    }

    @Test
    void aGrantFitsTheCatalogueOfTheOrganization() {
        var other = tokens.anOrganization().issue().organizationId();
        var ofTeam = given.role(organization, "TEAM");
        var ofAll = given.role(organization, "ORGANIZATION");
        var team = given.team(organization);

        problem(invite("a", Map.of("roleId", ofTeam)), 400, "invalid", "needs the team");
        problem(invite("a", Map.of("roleId", ofAll, "teamId", team)), 400, "invalid", "leave 'teamId' out");
        problem(invite("a", Map.of("roleId", ofTeam, "teamId", given.team(other))), 400, "invalid", "no team");
        problem(invite("a", Map.of("roleId", given.role(other, "ORGANIZATION"))), 400, "invalid", "no role");
        assertThat(given.people(organization)).isZero();
        assertThat(invite("a", Map.of("roleId", ofTeam, "teamId", team)).statusCode())
                .isEqualTo(201);
    }

    private Response invite(String name, Map<String, ?> grant) {
        return invite(Map.of("email", name + "@example.com", "grants", List.of(grant)));
    }

    @Test
    void whereRolesComeFromGroupsOnlyNoneIsGivenByInvitation() {
        admin().body(Map.of("rolesFromGroupsOnly", true)).patch(path("/policies"));

        problem(
                invite("a", Map.of("roleId", given.role(organization, "ORGANIZATION"))),
                409,
                "state",
                "from groups only");
        assertThat(invite(Map.of("email", "a@example.com")).statusCode()).isEqualTo(201);
    }

    @Test
    void whoHasTheAddressIsNamed() {
        provider.created(Map.of("userName", "jane@example.com", "displayName", "Jane Doe"));
        provider.created(Map.of("userName", "jim", "emails", Provisioned.work("Jim@Example.com")));
        provider.created(
                Map.of("userName", "joe", "emails", List.of(Map.of("type", "home", "value", "joe@example.com"))));
        invited(Map.of("email", "babs@example.com", "name", "Babs"));

        problem(invite(Map.of("email", "JANE@example.com")), 409, "taken", "Jane Doe (jane@example.com)");
        problem(invite(Map.of("email", "jim@example.com")), 409, "taken", "jim");
        provider.created(
                Map.of("userName", "jon", "emails", List.of(Map.of("primary", true, "value", "jon@example.com"))));
        problem(invite(Map.of("email", "jon@example.com")), 409, "taken", "jon");
        problem(invite(Map.of("email", "babs@EXAMPLE.com")), 409, "taken", "Babs (babs@example.com) is invited");
        problem(
                callers.operator().body(Map.of("email", "babs@example.com")).post(path("/members")),
                409,
                "taken",
                "is invited");
        assertThat(invite(Map.of("email", "joe@example.com")).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName("A12 a user with the address of an invitation takes its id and its grants over")
    void anInvitationJoins() {
        var id = invited(Map.of("email", "Babs@Example.com", "grants", List.of(given.grant(organization))));

        assertThat(provider.created(Map.of("userName", "babs@example.com"))).isEqualTo(id);

        assertThat(given.people(organization)).isZero();
        assertThat(given.grants(organization, id)).isOne();
        assertThat(given.audited(organization, id)).containsExactly("invitation.made", "invitation.joined");
        assertThat(admin().get(path("/invitations/" + id)).statusCode()).isEqualTo(404);
        assertThat(provider.create(Map.of("userName", "babs@example.com")).statusCode())
                .isEqualTo(409);
        problem(admin().body(Map.of("active", false)).patch(path("/members/" + id)), 409, "state", "identity provider");
        problem(admin().delete(path("/members/" + id)), 409, "state", "identity provider");
    }

    @Test
    @DisplayName("A12 by the e-mail for work or the primary one, in strict mode as well, and by no other e-mail")
    void anInvitationJoinsByEmail() {
        var strict = tokens.anOrganization()
                .inMode(dev.rollcall.scim.tolerance.ConformanceMode.STRICT)
                .issue();
        organization = strict.organizationId();
        provider = new Provisioned(strict.token());
        var work = invited(Map.of("email", "work@example.com"));
        var primary = invited(Map.of("email", "primary@example.com"));
        var home = invited(Map.of("email", "home@example.com"));

        assertThat(provider.created(Map.of("userName", "one", "emails", Provisioned.work("Work@example.com"))))
                .isEqualTo(work);
        assertThat(provider.created(Map.of(
                        "userName", "two", "emails", List.of(Map.of("primary", true, "value", "primary@example.com")))))
                .isEqualTo(primary);
        assertThat(provider.created(Map.of(
                        "userName", "three", "emails", List.of(Map.of("type", "home", "value", "home@example.com")))))
                .isNotEqualTo(home);
    }

    @Test
    @DisplayName("A12 two invitations of one person, by two addresses, become one member with the grants of both")
    void twoInvitationsOfOnePersonJoin() {
        var first = invited(Map.of("email", "a@example.com", "grants", List.of(given.grant(organization))));
        var second = invited(Map.of("email", "b@example.com", "grants", List.of(given.grant(organization))));

        var id = provider.created(Map.of("userName", "b@example.com", "emails", Provisioned.work("a@example.com")));

        assertThat(List.of(first, second)).contains(id);
        assertThat(given.grants(organization, id)).isEqualTo(2);
        assertThat(given.people(organization)).isZero();
    }

    @Test
    @DisplayName("A12 in a circle of a bulk request")
    void anInvitationJoinsInACircle() {
        var id = invited(Map.of("email", "babs@example.com"));
        var manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        var body = Map.of(
                "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                "Operations",
                        List.of(
                                post("one", "babs@example.com", "two", manager),
                                post("two", "boss@example.com", "one", manager)));

        var answer = provider.request().body(body).post("/scim/v2/Bulk");

        assertThat(answer.jsonPath().getList("Operations.status", String.class))
                .as(answer.asString())
                .containsExactly("201", "201");
        assertThat((String) answer.path("Operations[0].location")).endsWith(id);
        assertThat(provider.read(id).statusCode()).isEqualTo(200);
        assertThat(given.people(organization)).isZero();
    }

    private static Map<String, ?> post(String bulkId, String userName, String boss, String enterprise) {
        return Map.of(
                "method",
                "POST",
                "path",
                "/Users",
                "bulkId",
                bulkId,
                "data",
                Map.of(
                        "schemas",
                        List.of(Provisioned.CORE, enterprise),
                        "userName",
                        userName,
                        enterprise,
                        Map.of("manager", Map.of("value", "bulkId:" + boss))));
    }

    @Test
    void anAcceptedInvitationIsAnActiveMemberWhoCanBeDisabledAndDeleted() {
        var id = invited(Map.of("email", "babs@example.com", "grants", List.of(given.grant(organization))));
        problem(admin().body(Map.of("active", false)).patch(path("/members/" + id)), 409, "state", "has not come yet");

        assertThat(admin().post(path("/invitations/" + id + "/acceptance")).statusCode())
                .isEqualTo(403);
        var accepted = callers.operator().post(path("/invitations/" + id + "/acceptance"));
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        assertThat((String) accepted.path("state")).isEqualTo("active");
        assertThat(callers.operator()
                        .post(path("/invitations/" + id + "/acceptance"))
                        .asString())
                .isEqualTo(accepted.asString());
        var disabled = admin().header("If-Match", accepted.header("ETag"))
                .body(Map.of("active", false))
                .patch(path("/members/" + id));
        assertThat((String) disabled.path("state")).as(disabled.asString()).isEqualTo("inactive");
        assertThat(admin().header("If-Match", accepted.header("ETag"))
                        .body(Map.of("active", true))
                        .patch(path("/members/" + id))
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin().delete(path("/members/" + id)).statusCode()).isEqualTo(204);
        assertThat(given.allGrants(organization)).isZero();
        assertThat(admin().delete(path("/members/" + id)).statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyNotedJustInTimeJoinsToo() {
        var noted = callers.operator()
                .body(Map.of("email", "mandy@example.com", "name", "Mandy"))
                .post(path("/members"));
        assertThat(noted.statusCode()).as(noted.asString()).isEqualTo(201);
        assertThat((String) noted.path("origin")).isEqualTo("jit");
        assertThat(admin().body(Map.of("email", "m@example.com"))
                        .post(path("/members"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(provider.created(Map.of("userName", "mandy@example.com"))).isEqualTo(noted.path("id"));
    }
}
