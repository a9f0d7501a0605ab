package dev.rollcall.api.flow;

import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.ManagementClient;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.PackagedService;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an org admin does with roles, and what the product sees, with the packaged service and nothing but what its
/// first
/// run has made: an identity provider syncs, a group is mapped after a preview, a role is given by hand and stays,
/// somebody
/// is disabled, the sums agree with what the client has counted, and another identity provider takes over. The
/// executable
/// needs an installed `mariadbd`.
class AccessFlowIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SCIM = "application/scim+json";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private final HttpCalls http = new HttpCalls();
    private final int port = PackagedProgram.freePort();
    private final ManagementClient nobody = ManagementClient.nobody(http, "http://localhost:" + port);
    private Path directory = Path.of("target");
    private ManagementClient operator = nobody;
    private ManagementClient provider = nobody;
    private String organization = "";
    private int refused;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "access-flow").toAbsolutePath()), "run");
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void rolesComeFromGroupsAndByHandAndTheSumsAgree() throws IOException {
        try (var service = PackagedService.start(directory, port)) {
            begin(service);
            var people = IntStream.range(0, 3)
                    .mapToObj(i -> created(add("/Users", user("person" + i + "@example.com", true))))
                    .toList();
            var group = created(add("/Groups", group("Sales", people.subList(0, 2))));
            seeDefaults(people.get(2));
            var mapping = mapAfterAPreview(group, people);
            giveByHandAndSyncAgain(people.get(0), group);
            keepTheLastAdmin(people.get(1));
            disable(people.get(2));
            compareTheSums();
            switchToAnotherIdentityProvider(people.get(0), mapping);
        }
    }

    private void begin(PackagedService service) throws IOException {
        var file = directory.resolve("data").resolve("first-run.json");
        service.awaitUntil("first-run.json", () -> Files.exists(file));
        var values = new JsonObject(Files.readString(file));
        operator = nobody.bearer(values.getString("operatorToken"));
        provider = nobody.bearer(values.getString("token")).with("User-Agent", "PingOne");
        organization = "/api/v1/organizations/"
                + items(operator.get("/api/v1/organizations")).getJsonObject(0).getString("id");
        assertThat(items(operator.get(organization + "/teams"))).hasSize(2);
        assertThat(items(operator.get(organization + "/roles"))).hasSize(3);
    }

    private void seeDefaults(String person) {
        var grants = grants(person);

        assertThat(grants).hasSize(1);
        assertThat(called(grants.getJsonObject(0))).isEqualTo("Reader in Everybody");
        assertThat(reason(grants.getJsonObject(0))).isEqualTo("by-default");
    }

    private String mapAfterAPreview(String group, List<String> people) {
        var wanted = Map.of("groupId", group, "teamId", idOf("teams", "Marketing"), "roleId", idOf("roles", "Editor"));

        var preview = body(operator.post(organization + "/mapping-previews", Map.of("add", List.of(wanted))), 200);

        assertThat(preview.getInteger("affected")).isEqualTo(2);
        assertThat(called(preview.getJsonArray("gained").getJsonObject(0))).isEqualTo("Editor in Marketing");
        assertThat(grants(people.getFirst()).encode()).doesNotContain("Marketing");

        var mapping =
                body(operator.post(organization + "/mappings", wanted), 201).getString("id");

        var grants = grants(people.getFirst());
        assertThat(grants).hasSize(1);
        assertThat(called(grants.getJsonObject(0))).isEqualTo("Editor in Marketing");
        assertThat(reason(grants.getJsonObject(0))).isEqualTo("by-group");
        return mapping;
    }

    /// A sync takes nothing by hand away.
    private void giveByHandAndSyncAgain(String person, String group) {
        var everybody = Map.of("teamId", idOf("teams", "Everybody"), "roleId", idOf("roles", "Editor"));
        body(operator.post(organization + "/members/" + person + "/grants", everybody), 201);

        scim("PUT", "/Users/" + person, user("person0@example.com", true).put("title", "Buyer"), 200);
        scim("PATCH", "/Groups/" + group, patch("remove", "members[value eq \"" + person + "\"]", null), 200);

        var grants = grants(person);
        assertThat(grants).hasSize(1);
        assertThat(called(grants.getJsonObject(0))).isEqualTo("Editor in Everybody");
        assertThat(reason(grants.getJsonObject(0))).isEqualTo("by-hand");
    }

    private void keepTheLastAdmin(String person) {
        var admin = Map.of("roleId", idOf("roles", "Org admin"));
        body(operator.post(organization + "/members/" + person + "/grants", admin), 201);

        var answer = scim("PATCH", "/Users/" + person, patch("replace", "active", false), 409);

        refused++;
        assertThat(answer.getString("detail")).contains("last active org admin", "People");
        assertThat(body(operator.get(organization + "/members?email=person1@example.com"), 200)
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getBoolean("maySignIn"))
                .isTrue();
    }

    private void disable(String person) {
        scim("PATCH", "/Users/" + person, patch("replace", "active", false), 200);

        var member = member(person);
        assertThat(member.getString("state")).isEqualTo("inactive");
        assertThat(member.getBoolean("maySignIn")).isFalse();
        assertThat(member.getJsonArray("grants")).isEmpty();
    }

    /// Three users and a group created, one user and a group changed, one user disabled, one call refused.
    private void compareTheSums() {
        await().atMost(SOON).untilAsserted(() -> {
            var sums = body(operator.get(organization + "/summaries"), 200);
            var users = sums.getJsonObject("users");
            assertThat(users.getInteger("created")).isEqualTo(3);
            assertThat(users.getInteger("updated")).isEqualTo(1);
            assertThat(users.getInteger("disabled")).isEqualTo(1);
            assertThat(users.getInteger("refused")).isEqualTo(refused);
            assertThat(sums.getJsonObject("groups").getInteger("created")).isEqualTo(1);
            var counters = sums.getJsonObject("pingOne").getJsonObject("users");
            assertThat(counters.getInteger("unsynced")).isEqualTo(1);
            assertThat(counters.getInteger("failed")).isEqualTo(refused);
        });
        var export = operator.get(organization + "/activity/export?format=csv");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.text()).contains("person0@example.com", "refused", "last active org admin");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health().getString("state")).isEqualTo("connected"));
        assertThat(health().getString("product")).isEqualTo("PingOne");
    }

    private void switchToAnotherIdentityProvider(String person, String mapping) {
        var next = body(
                        operator.post(
                                organization + "/connections", Map.of("name", "Okta", "identityProvider", "okta")),
                        201)
                .getString("id");
        var path = organization + "/connections/" + next;
        var token = body(operator.post(path + "/tokens", Map.of("name", "Okta")), 201)
                .getString("token");
        body(operator.post(path + "/takeover", Map.of()), 200);
        provider = nobody.bearer(token);

        await().atMost(SOON).untilAsserted(() -> {
            var answer = add("/Users", user("person0@example.com", true).put("externalId", "00u1"));
            assertThat(body(answer, 201).getString("id")).isEqualTo(person);
        });

        assertThat(called(grants(person).getJsonObject(0))).isEqualTo("Editor in Everybody");
        assertThat(body(operator.get(organization + "/mappings/" + mapping), 200)
                        .getJsonObject("group")
                        .getString("name"))
                .isEqualTo("Sales");
    }

    private JsonObject health() {
        var connection = items(operator.get(organization + "/connections")).stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals("PingOne"))
                .findFirst()
                .orElseThrow();
        return body(operator.get(organization + "/connections/" + connection.getString("id") + "/health"), 200);
    }

    private JsonObject member(String person) {
        return body(operator.get(organization + "/members/" + person), 200).getJsonObject("member");
    }

    private JsonArray grants(String person) {
        return member(person).getJsonArray("grants");
    }

    private static String called(JsonObject grant) {
        return grant.getJsonObject("role").getString("name") + " in "
                + grant.getJsonObject("team").getString("name");
    }

    private static String reason(JsonObject grant) {
        return grant.getJsonArray("reasons").getJsonObject(0).getString("kind");
    }

    private String idOf(String kind, String name) {
        return items(operator.get(organization + "/" + kind)).stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static JsonArray items(Answer answer) {
        return body(answer, 200).getJsonArray("items");
    }

    private Answer add(String endpoint, JsonObject resource) {
        return provider.send("POST", "/scim/v2" + endpoint, SCIM, resource.encode());
    }

    private static String created(Answer answer) {
        return body(answer, 201).getString("id");
    }

    private JsonObject scim(String method, String path, JsonObject message, int status) {
        return body(provider.send(method, "/scim/v2" + path, SCIM, message.encode()), status);
    }

    private static JsonObject user(String name, boolean active) {
        return new JsonObject()
                .put("schemas", new JsonArray().add(USER))
                .put("userName", name)
                .put("active", active);
    }

    private static JsonObject group(String name, List<String> members) {
        var elements = new JsonArray();
        members.forEach(id -> elements.add(new JsonObject().put("value", id)));
        return new JsonObject()
                .put("schemas", new JsonArray().add(GROUP))
                .put("displayName", name)
                .put("members", elements);
    }

    private static JsonObject patch(String op, String path, @Nullable Object value) {
        var operation = new JsonObject().put("op", op).put("path", path);
        if (value != null) {
            operation.put("value", value);
        }
        return new JsonObject()
                .put("schemas", new JsonArray().add("urn:ietf:params:scim:api:messages:2.0:PatchOp"))
                .put("Operations", new JsonArray().add(operation));
    }
}
