package dev.rollcall.console;

import static dev.rollcall.api.testing.ManagementClient.body;

import dev.rollcall.api.testing.ManagementClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An identity provider that provisions an organization, and the product that says what can be given there.
///
/// @param organization its path
/// @param connection the first of the organization
record Provider(ManagementClient client, ManagementClient operator, String organization, UUID connection) {
    private static final String SCIM = "application/scim+json";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    /// One with a connection and a token of its own.
    static Provider of(Console console, String organization, String name) {
        return of(console, organization, name, "pingone");
    }

    /// One of this product.
    static Provider of(Console console, String organization, String name, String product) {
        var operator = console.operator();
        var connection = body(
                        operator.post(organization + "/connections", Map.of("name", name, "identityProvider", product)),
                        201)
                .getString("id");
        var token = body(
                        operator.post(organization + "/connections/" + connection + "/tokens", Map.of("name", name)),
                        201)
                .getString("token");
        return with(console, organization, token);
    }

    /// One with a token that it was given.
    static Provider with(Console console, String organization, String token) {
        var operator = console.operator();
        var connection = first(operator, organization + "/connections");
        return new Provider(
                console.nobody().bearer(token).with("User-Agent", "PingOne"),
                operator,
                organization,
                UUID.fromString(connection));
    }

    /// Creates somebody.
    String person(String userName) {
        return created("/Users", user(userName));
    }

    /// Creates a group.
    String group(String name, List<String> people) {
        var members = new JsonArray();
        people.forEach(id -> members.add(new JsonObject().put("value", id)));
        return created("/Groups", resource("Group").put("displayName", name).put("members", members));
    }

    /// Disables somebody.
    void disable(String person) {
        var message =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                        + "\"path\":\"active\",\"value\":false}]}";
        body(client.send("PATCH", "/scim/v2/Users/" + person, SCIM, message), 200);
    }

    /// Sends what is refused.
    void refused() {
        body(client.send("POST", "/scim/v2/Users", SCIM, resource("User").encode()), 400);
    }

    /// Sends somebody who is refused with this status.
    void refused(String userName, int status) {
        body(client.send("POST", "/scim/v2/Users", SCIM, user(userName).encode()), status);
    }

    /// Adds a role.
    void role(String name, String scope) {
        body(operator.post(organization + "/roles", Map.of("name", name, "scope", scope, "rank", 10)), 201);
    }

    /// Has a group give the one role in the one team.
    void map(String group) {
        var role = first(operator, organization + "/roles");
        var team = first(operator, organization + "/teams");
        body(operator.post(organization + "/mappings", Map.of("groupId", group, "roleId", role, "teamId", team)), 201);
    }

    private static String first(ManagementClient operator, String list) {
        return body(operator.get(list), 200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /// Adds a team.
    void team(String name) {
        body(operator.post(organization + "/teams", Map.of("name", name)), 201);
    }

    private String created(String endpoint, JsonObject resource) {
        return body(client.send("POST", "/scim/v2" + endpoint, SCIM, resource.encode()), 201)
                .getString("id");
    }

    private static JsonObject user(String userName) {
        return resource("User")
                .put("userName", userName)
                .put("displayName", userName)
                .put("active", true);
    }

    private static JsonObject resource(String type) {
        return new JsonObject().put("schemas", new JsonArray().add(CORE + type));
    }
}
