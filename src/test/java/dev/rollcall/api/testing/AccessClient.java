package dev.rollcall.api.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.TestTokens.TestToken;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An organization whose access a test administers, as its org admin, and which it provisions, as its identity
/// provider.
public final class AccessClient {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final Callers callers;
    private final TestToken token;

    public AccessClient(Callers callers, TestToken token) {
        this.callers = callers;
        this.token = token;
    }

    /// The organization.
    public UUID organization() {
        return token.organizationId();
    }

    /// A request of its org admin.
    public RequestSpecification admin() {
        return callers.admin(organization());
    }

    /// What is there below the organization.
    public String path(String rest) {
        return "/api/v1/organizations/" + organization() + "/" + rest;
    }

    /// Adds something, whatever comes of it.
    public Response post(String rest, Map<String, ?> body) {
        return admin().body(body).post(path(rest));
    }

    /// The answer to a look at something.
    public Response get(String rest) {
        return admin().get(path(rest));
    }

    /// Changes something, whatever comes of it.
    public Response patch(String rest, Map<String, ?> body) {
        return admin().body(body).patch(path(rest));
    }

    /// Removes something, whatever comes of it.
    public Response delete(String rest) {
        return admin().delete(path(rest));
    }

    /// The id of a new team.
    public String team(String name) {
        return made(post("teams", Map.of("name", name)));
    }

    /// The id of a new role of teams.
    public String role(String name, int rank) {
        return made(post("roles", Map.of("name", name, "scope", "team", "rank", rank)));
    }

    /// The id of a new role of admins.
    public String adminRole(String name) {
        return made(post("roles", Map.of("name", name, "scope", "organization", "rank", 100, "admin", true)));
    }

    /// The id of a new mapping.
    public String mapping(String group, @Nullable String team, String role) {
        return made(post("mappings", mappingBody(group, team, role)));
    }

    /// What a mapping is made of.
    public static Map<String, ?> mappingBody(String group, @Nullable String team, String role) {
        var body = new HashMap<String, String>(Map.of("groupId", group, "roleId", role));
        if (team != null) {
            body.put("teamId", team);
        }
        return body;
    }

    /// The id of a new grant by hand of a role of the organization.
    public String grant(String member, String role) {
        return made(post("members/" + member + "/grants", Map.of("roleId", role)));
    }

    /// The id of what was made.
    public static String made(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    /// A request of its identity provider.
    public RequestSpecification scim() {
        return given().header("Authorization", token.bearer()).contentType("application/scim+json");
    }

    /// The id of a new user.
    public String user(String userName) {
        return made(scim().body(Map.of("schemas", List.of(USER), "userName", userName, "active", true))
                .post("/scim/v2/Users"));
    }

    /// The id of a new group.
    public String group(String name, String... members) {
        var values = Stream.of(members).map(id -> Map.of("value", id)).toList();
        return made(scim().body(Map.of("schemas", List.of(GROUP), "displayName", name, "members", values))
                .post("/scim/v2/Groups"));
    }

    /// Does something to a resource.
    public Response scimPatch(String resource, Map<String, ?> operation) {
        return scim().body(Map.of("schemas", List.of(PATCH), "Operations", List.of(operation)))
                .patch("/scim/v2/" + resource);
    }

    /// Disables a user.
    public Response disable(String user) {
        return scimPatch("Users/" + user, disabling());
    }

    /// The operation that disables a user.
    public static Map<String, ?> disabling() {
        return Map.of("op", "replace", "path", "active", "value", false);
    }

    /// Takes a member out of a group.
    public Response leave(String group, String member) {
        return scimPatch("Groups/" + group, Map.of("op", "remove", "path", "members[value eq \"" + member + "\"]"));
    }

    /// Requires that the answer is a problem of this kind.
    ///
    /// @return what it says
    public static String problem(Response answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:" + kind);
        return answer.path("detail");
    }

    /// Requires that the answer is a problem with these fields and no others.
    public static String invalid(Response answer, String... fields) {
        var detail = problem(answer, 400, "invalid");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactlyInAnyOrder(fields);
        return detail;
    }
}
