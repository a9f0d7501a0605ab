package dev.rollcall.api.flow;

import static dev.rollcall.api.testing.AccessClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.activity.health.HealthNotes;
import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What an org admin has of roles, members and activity.
@QuarkusTest
class AccessCapabilitiesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Callers callers;
    private final TestTokens tokens;
    private final HealthNotes health;
    private TestToken token = new TestToken(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "");
    private AccessClient client;

    AccessCapabilitiesTest(Callers callers, TestTokens tokens, HealthNotes health) {
        this.callers = callers;
        this.tokens = tokens;
        this.health = health;
        client = new AccessClient(callers, token);
    }

    @BeforeEach
    void addAnOrganization() {
        token = tokens.anOrganization().issue();
        client = new AccessClient(callers, token);
    }

    private JsonPath member(String id) {
        return client.get("members/" + id).jsonPath();
    }

    private List<String> roles(String member) {
        return member(member).getList("member.grants.role.name");
    }

    private JsonPath preview(Map<String, ?> change) {
        var answer = client.post("mapping-previews", change);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    @Test
    @DisplayName(
            "A6 whoever has no team gets the default of the organization, at once and as long as there is no other")
    void givesTheDefault() {
        var team = client.team("Everybody");
        var reader = client.role("Reader", 1);
        var editor = client.role("Editor", 2);
        var jane = client.user("jane@example.com");
        assertThat(roles(jane)).isEmpty();

        client.admin()
                .body(Map.of("teamId", team, "roleId", reader))
                .put(client.path("default"))
                .then()
                .statusCode(200);

        assertThat(roles(jane)).containsExactly("Reader");
        assertThat(member(jane).getString("member.grants[0].reasons[0].kind")).isEqualTo("by-default");
        client.mapping(client.group("Sales", jane), client.team("Marketing"), editor);
        assertThat(roles(jane)).containsExactly("Editor");
    }

    @Test
    @DisplayName("A7 pushed groups are listed, unmapped ones stand out; mapped, remapped and unmapped after a preview")
    void mapsGroups() {
        var team = client.team("Marketing");
        var reader = client.role("Reader", 1);
        var editor = client.role("Editor", 2);
        var jane = client.user("jane@example.com");
        var group = client.group("Sales", jane, client.user("omar@example.com"));
        var listed = client.get("groups?mapped=false").jsonPath();
        assertThat(listed.getList("items.name")).containsExactly("Sales");
        assertThat(listed.getInt("items[0].people.count")).isEqualTo(2);
        assertThat(listed.getString("items[0].lastPush")).isNotNull();
        assertThat(preview(Map.of("add", List.of(AccessClient.mappingBody(group, team, reader))))
                        .getInt("affected"))
                .isEqualTo(2);
        assertThat(roles(jane)).isEmpty();

        var mapping = client.mapping(group, team, reader);

        assertThat(roles(jane)).containsExactly("Reader");
        assertThat(client.get("groups?mapped=false").jsonPath().getList("items"))
                .isEmpty();
        var remapped = preview(
                Map.of("remove", List.of(mapping), "add", List.of(AccessClient.mappingBody(group, team, editor))));
        assertThat(remapped.getString("changed[0].from.name")).isEqualTo("Reader");
        assertThat(remapped.getString("changed[0].to.name")).isEqualTo("Editor");
        client.patch("mappings/" + mapping, Map.of("roleId", editor)).then().statusCode(200);
        assertThat(roles(jane)).containsExactly("Editor");
        assertThat(preview(Map.of("remove", List.of(mapping))).getInt("lost[0].people"))
                .isEqualTo(2);
        client.delete("mappings/" + mapping).then().statusCode(204);
        assertThat(roles(jane)).isEmpty();
    }

    @Test
    @DisplayName(
            "A8 of several groups the highest role of a team counts, and teams are put together, through nested groups too")
    void putsGroupsTogether() {
        var marketing = client.team("Marketing");
        var support = client.team("Support");
        var reader = client.role("Reader", 1);
        var editor = client.role("Editor", 2);
        var jane = client.user("jane@example.com");
        var inner = client.group("Inner", jane);
        client.mapping(client.group("Outer", inner), marketing, editor);
        client.mapping(inner, marketing, reader);
        client.mapping(inner, support, reader);

        var grants = member(jane);

        assertThat(grants.<Object>getList("member.grants.collect { it.role.name + ' in ' + it.team.name }"))
                .containsExactlyInAnyOrder("Editor in Marketing", "Reader in Support");
        assertThat(grants.getList("member.grants.reasons.flatten().sentence", String.class))
                .contains("By group Outer, through group Inner");
        client.leave(inner, jane);
        assertThat(roles(jane)).isEmpty();
    }

    @Test
    @DisplayName("A9 people are listed with where they come from, their state, what they have and why")
    void listsPeople() {
        var jane = client.user("jane@example.com");
        client.disable(client.user("omar@example.com"));
        client.post("invitations", Map.of("email", "new@example.com")).then().statusCode(201);

        var all = client.get("members?order=oldest").jsonPath();

        assertThat(all.<Object>getList("items.collect { [it.email, it.state, it.origin, it.maySignIn] }"))
                .containsExactly(
                        List.of("jane@example.com", "active", "scim", true),
                        List.of("omar@example.com", "inactive", "scim", false),
                        List.of("new@example.com", "invited", "invited", false));
        assertThat(client.get("members?state=inactive").jsonPath().getList("items.email"))
                .containsExactly("omar@example.com");
        assertThat(client.get("members?email=JANE@example.com").jsonPath().getList("items.id"))
                .containsExactly(jane);
        assertThat(member(jane).getString("attributes.userName")).isEqualTo("jane@example.com");
    }

    @Test
    @DisplayName(
            "A10 a role by hand survives what the identity provider sends, which cannot take the last org admin away")
    void keepsWhatIsGivenByHand() {
        var jane = client.user("jane@example.com");
        client.grant(jane, client.adminRole("Org admin"));

        client.scimPatch("Users/" + jane, Map.of("op", "replace", "path", "title", "value", "Lead"))
                .then()
                .statusCode(200);
        var disabled = client.disable(jane);
        var deleted = client.scim().delete("/scim/v2/Users/" + jane);

        assertThat(List.of(disabled.statusCode(), deleted.statusCode())).containsExactly(409, 409);
        assertThat((String) disabled.path("detail")).contains("last active org admin", "under People");
        assertThat(disabled.<Object>path("scimType")).isNull();
        assertThat(roles(jane)).containsExactly("Org admin");
        var grant = client.get("members/" + jane + "/grants").<String>path("items[0].id");
        problem(client.delete("members/" + jane + "/grants/" + grant), 409, "state");
        client.grant(client.user("omar@example.com"), roleId("Org admin"));
        assertThat(client.disable(jane).statusCode()).isEqualTo(200);
    }

    private String roleId(String name) {
        return client.get("roles").jsonPath().getString("items.find { it.name == '" + name + "' }.id");
    }

    @Test
    @DisplayName("A14 each call is in the activity with its reason and without secrets, found by name, and exported")
    void logsCalls() {
        var jane = client.user("jane@example.com");
        client.scim()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                        "userName",
                        "jane@example.com",
                        "password",
                        "correct horse"))
                .post("/scim/v2/Users")
                .then()
                .statusCode(409);

        client.scimPatch("Users/" + jane, Map.of("op", "replace", "path", "[", "value", "x"))
                .then()
                .statusCode(400);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                client.get("activity?result=refused").jsonPath().getList("items.name"))
                        .containsExactly("jane@example.com", "jane@example.com"));

        var refused = client.get("activity?result=refused&status=409").jsonPath();
        assertThat(refused.getInt("items[0].status")).isEqualTo(409);
        assertThat(refused.getString("items[0].scimType")).isEqualTo("uniqueness");
        var detail = client.get("activity/" + refused.getString("items[0].id"));
        assertThat((String) detail.path("body.userName")).isEqualTo("jane@example.com");
        assertThat(detail.asString()).doesNotContain("correct horse");
        assertThat(client.get("activity?search=jane").jsonPath().getList("items"))
                .hasSize(3);
        assertThat(client.get("activity?memberId=" + jane).jsonPath().getList("items.result"))
                .containsExactly("refused", "created");
        var export = client.admin().queryParam("format", "csv").get(client.path("activity/export"));
        assertThat(export.asString().lines()).hasSize(4);
        assertThat(export.asString()).contains("jane@example.com", "uniqueness").doesNotContain("correct horse");
    }

    @Test
    @DisplayName("A15 the sums of a day stand beside PingOne's five counters")
    void sumsUp() {
        var jane = client.user("jane@example.com");
        client.user("omar@example.com");
        client.disable(jane);
        client.scim().body("{}").post("/scim/v2/Users").then().statusCode(400);

        await().atMost(SOON).untilAsserted(() -> {
            var sums = client.get("summaries").jsonPath();
            assertThat(sums.getMap("pingOne.users"))
                    .isEqualTo(Map.of("impacted", 4, "success", 2, "unsynced", 1, "partialSynced", 0, "failed", 1));
            assertThat(List.of(
                            sums.getInt("users.created"), sums.getInt("users.disabled"), sums.getInt("users.refused")))
                    .containsExactly(2, 1, 1);
        });
    }

    @Test
    @DisplayName("A16 a connection says how it does, and what is wrong with its set-up until a call comes without it")
    void saysHowAConnectionDoes() {
        var path = "connections/" + token.connectionId() + "/health";
        assertThat((String) client.get(path).path("state")).isEqualTo("waiting");
        client.scim().get("/scim/v2/v2/Users").then().statusCode(404);
        await().atMost(SOON).untilAsserted(() -> {
            health.flush();
            assertThat(client.get(path).jsonPath().getList("mistakes.mistake")).containsExactly("version-doubled");
        });

        client.scim()
                .header("User-Agent", "PingOne")
                .get("/scim/v2/Users?count=1")
                .then()
                .statusCode(200);

        await().atMost(SOON).untilAsserted(() -> {
            health.flush();
            var now = client.get(path).jsonPath();
            assertThat(now.getString("state")).isEqualTo("connected");
            assertThat(now.getString("product")).isEqualTo("PingOne");
            assertThat(now.getList("mistakes")).isEmpty();
        });
    }
}
