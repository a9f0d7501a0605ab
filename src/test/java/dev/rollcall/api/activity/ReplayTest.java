package dev.rollcall.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Activity;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReplayTest {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    private final TestTokens tokens;
    private final Callers callers;
    private final Activity activity;
    private final Connections connections;
    private final Sql sql;
    private TestToken token;

    ReplayTest(TestTokens tokens, Callers callers, Activity activity, Connections connections, Sql sql) {
        this.tokens = tokens;
        this.callers = callers;
        this.activity = activity;
        this.connections = connections;
        this.sql = sql;
    }

    @BeforeEach
    void issue() {
        token = tokens.anOrganization().issue();
    }

    private RequestSpecification client() {
        return RestAssured.given().header("Authorization", token.bearer()).contentType("application/scim+json");
    }

    private RequestSpecification admin() {
        return callers.admin(token.organizationId());
    }

    private String activities() {
        activity.flush();
        return "/api/v1/organizations/" + token.organizationId() + "/activity";
    }

    private String call(String query) {
        return activities() + "/" + admin().get(activities() + query).path("items[0].id");
    }

    private String refused() {
        return call("?result=refused");
    }

    private static String user(String name, String more) {
        return "{\"schemas\":[\"" + CORE + "User\"],\"userName\":\"" + name + "\"" + more + "}";
    }

    private String added(String name) {
        return client().body(user(name, "")).post("/scim/v2/Users").path("id");
    }

    private String group(String members) {
        return client().body("{\"schemas\":[\"" + CORE + "Group\"],\"displayName\":\"Guides\",\"members\":[" + members
                        + "]}")
                .post("/scim/v2/Groups")
                .path("id");
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }

    private Map<String, Object> rehearsed(String call) {
        return admin().post(call + "/dry-run").then().statusCode(200).extract().path("$");
    }

    private Map<String, Object> replayed(String call) {
        return admin().post(call + "/replay").then().statusCode(200).extract().path("$");
    }

    private int users() {
        return client().get("/scim/v2/Users").path("totalResults");
    }

    @Test
    void aCreationIsTriedAndDoneOnceWhatWasInItsWayIsGone() {
        var blocker = added("ann@example.com");
        client().body(user("ann@example.com", ",\"name\":{\"familyName\":\"Lee\"},\"title\":\"Guide\""))
                .post("/scim/v2/Users")
                .then()
                .statusCode(409);
        client().delete("/scim/v2/Users/" + blocker);
        var call = refused();
        assertThat(admin().get(call).<Boolean>path("replay.possible")).isTrue();

        var tried = rehearsed(call);

        assertThat(tried)
                .containsEntry("result", "created")
                .containsEntry("status", 201)
                .containsEntry("call", Map.of("method", "POST", "path", "/scim/v2/Users"))
                .containsEntry("resourceType", "User")
                .containsEntry("name", "ann@example.com")
                .doesNotContainKeys("resourceId", "activityId", "scimType");
        assertThat(tried.get("differences"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(
                        Map.of("attribute", "name.familyName", "after", "Lee"),
                        Map.of("attribute", "title", "after", "Guide"));
        assertThat(users()).isZero();

        var first = admin().header("Idempotency-Key", "again").post(call + "/replay");
        var second = admin().header("Idempotency-Key", "again").post(call + "/replay");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.<String>path("result")).isEqualTo("created");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<Map<String, Object>>path("$")).isEqualTo(first.path("$"));
        assertThat(users()).isEqualTo(1);
        assertThat(client().get("/scim/v2/Users/" + first.path("resourceId")).<String>path("title"))
                .isEqualTo("Guide");
        var recorded = admin().get(activities() + "/" + first.path("activityId"));
        assertThat(recorded.<Map<String, Object>>path("call"))
                .containsEntry("result", "created")
                .containsEntry("connectionId", token.connectionId().toString())
                .containsEntry(
                        "product",
                        "Rollcall: replay by an administrator of call " + call.substring(call.lastIndexOf('/') + 1))
                .doesNotContainKey("credentialId");
        assertThat(recorded.<Boolean>path("replay.possible")).isFalse();
        var audit = admin().get("/api/v1/organizations/" + token.organizationId() + "/audit?action=activity.replayed");
        assertThat(audit.<List<Object>>path("items")).hasSize(1);
        assertThat(audit.<String>path("items[0].after.result")).isEqualTo("created");
    }

    @Test
    void whatIsRefusedAgainIsAnAnswerAndARefusalOfItsOwn() {
        added("ann@example.com");
        client().body(user("ann@example.com", "")).post("/scim/v2/Users");
        var call = refused();

        assertThat(rehearsed(call))
                .containsEntry("result", "refused")
                .containsEntry("status", 409)
                .containsEntry("scimType", "uniqueness");
        assertThat(replayed(call))
                .containsEntry("result", "refused")
                .containsEntry("scimType", "uniqueness")
                .hasEntrySatisfying(
                        "sentence", sentence -> assertThat(sentence.toString()).contains("userName"));

        var refused = admin().get(activities() + "?result=refused");
        assertThat(refused.<List<Object>>path("items")).hasSize(2);
        assertThat(refused.<String>path("items[0].product")).startsWith("Rollcall: replay");
        assertThat(admin().get("/api/v1/organizations/" + token.organizationId() + "/audit?action=activity.replayed")
                        .<List<String>>path("items.after.result"))
                .containsExactly("refused");
        // The refusal is a call like any other.
        assertThat(rehearsed(refused())).containsEntry("result", "refused");
    }

    @Test
    void membersAreCountedAndValuesCompared() {
        var ann = added("ann@example.com");
        var guides = group("");
        client().body(patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + ann
                        + "\"}]},{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Leads\"}"))
                .header("If-Match", "W/\"4711\"")
                .patch("/scim/v2/Groups/" + guides)
                .then()
                .statusCode(412);

        var tried = rehearsed(refused());

        assertThat(tried)
                .containsEntry("result", "updated")
                .containsEntry("membersAdded", 1)
                .containsEntry("membersRemoved", 0)
                .containsEntry("resourceId", guides)
                .containsEntry(
                        "differences",
                        List.of(Map.of("attribute", "displayName", "before", "Guides", "after", "Leads")));
        assertThat(client().get("/scim/v2/Groups/" + guides).<Object>path("members"))
                .isNull();
        assertThat(replayed(refused())).containsEntry("result", "updated");
        assertThat(client().get("/scim/v2/Groups/" + guides).<List<String>>path("members.value"))
                .containsExactly(ann);
        assertThat(replayed(refused())).containsEntry("result", "unchanged").doesNotContainKey("activityId");
        assertThat(admin().get(activities() + "?result=unchanged").<List<String>>path("items.product"))
                .singleElement()
                .asString()
                .startsWith("Rollcall: replay");
    }

    @Test
    void anUnknownMemberIsJudgedAsTheConnectionIsSetUpNow() {
        var guides = group("");
        client().body(patch(
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + UUID.randomUUID() + "\"}]}"))
                .header("If-Match", "W/\"4711\"")
                .patch("/scim/v2/Groups/" + guides);
        connections.changeMode(token.organizationId(), token.connectionId(), ConformanceMode.STRICT);
        var call = refused();
        var before = rehearsed(call);

        connections.changeMode(token.organizationId(), token.connectionId(), ConformanceMode.COMPATIBLE);

        assertThat(before).containsEntry("result", "refused").containsEntry("scimType", "invalidValue");
        assertThat(rehearsed(call))
                .containsEntry("result", "unchanged")
                .containsEntry("tolerances", List.of("absent-member"));
    }

    @Test
    void whatMayBeASecretIsToBeSentAgain() {
        added("ann@example.com");
        client().body(user("ann@example.com", ",\"password\":\"Correct-horse-1\""))
                .post("/scim/v2/Users");

        impossible(refused(), 409, "'password' is [redacted]");
    }

    @Test
    void whatIsNotKeptIsToBeSentAgain() {
        added("ann@example.com");
        client().body(user("ann@example.com", "")).post("/scim/v2/Users");
        var call = refused();
        sql.update(SqlText.of("DELETE FROM refused_body WHERE organization_id = ?", (Object)
                ResourceIds.bytes(token.organizationId())));
        impossible(call, 409, "is not kept");

        client().body(user("ann@example.com", ",\"title\":\"" + "x".repeat(70_000) + "\""))
                .post("/scim/v2/Users");
        impossible(refused(), 409, "is not kept");
    }

    @Test
    void doneCallsReadsAndReferencesAreNotReplayed() {
        added("ann@example.com");
        impossible(call("?result=created"), 409, "was done");
        client().queryParam("filter", "userName eq").get("/scim/v2/Users");
        impossible(refused(), 409, "only read");
        client().body("""
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                        {"method":"PUT","path":"/Users/bulkId:x","data":%s}]}""".formatted(user("bob@example.com", ""))).post("/scim/v2/Bulk");
        impossible(refused(), 409, "another operation");
        client().body("{}").post("/scim/v2/Bulk");
        impossible(refused(), 409, "bulk request");
    }

    @Test
    void whereTheConnectionIsNotServedNothingIs() {
        added("ann@example.com");
        client().body(user("ann@example.com", "")).post("/scim/v2/Users");
        var call = refused();

        connections.changeState(token.organizationId(), token.connectionId(), ConnectionState.OFF);
        impossible(call, 409, "Turn it on");
        connections.changeState(token.organizationId(), token.connectionId(), ConnectionState.ON);
        callers.operator()
                .body(Map.of("plan", "free"))
                .patch("/api/v1/organizations/" + token.organizationId())
                .then()
                .statusCode(200);
        impossible(call, 403, "plan");
    }

    private void impossible(String call, int status, String why) {
        var detail = admin().get(call);
        assertThat(detail.<Boolean>path("replay.possible")).isFalse();
        assertThat(detail.<String>path("replay.reason")).contains(why);
        for (var how : List.of("/dry-run", "/replay")) {
            var answer = admin().post(call + how);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.<String>path("detail")).contains(why);
        }
    }

    @Test
    void theCallOfAnotherOrganizationIsNotThere() {
        added("ann@example.com");
        client().body(user("ann@example.com", "")).post("/scim/v2/Users");
        var id = refused().substring(refused().lastIndexOf('/') + 1);
        var other = tokens.anOrganization().issue().organizationId();

        for (var how : List.of("/dry-run", "/replay")) {
            callers.admin(other)
                    .post("/api/v1/organizations/" + other + "/activity/" + id + how)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void whoOnlyReadsMayTryAndNotDo() {
        added("ann@example.com");
        client().body(user("ann@example.com", "")).post("/scim/v2/Users");
        var call = refused();

        callers.readOnlyOperator().post(call + "/dry-run").then().statusCode(200);
        callers.readOnlyOperator().post(call + "/replay").then().statusCode(403);
        callers.memberOf(token.organizationId()).post(call + "/dry-run").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"create", "create refused", "replace", "modify", "unchanged", "members", "disable", "delete"})
    void afterADryRunEveryTableIsAsItWas(String what) {
        var ann = added("ann@example.com");
        var bob = added("bob@example.com");
        var guides = group("{\"value\":\"" + ann + "\"}");
        var old = client().header("If-Match", "W/\"4711\"");
        var person = "/scim/v2/Users/" + ann;
        switch (what) {
            case "create", "create refused" ->
                client().body(user("ann@example.com", "")).post("/scim/v2/Users");
            case "replace" ->
                old.body(user("anna@example.com", ",\"title\":\"Lead\"")).put(person);
            case "modify" ->
                old.body(patch("{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"a@example.com\"}]}"))
                        .patch(person);
            case "unchanged" ->
                old.body(patch("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"ann@example.com\"}"))
                        .patch(person);
            case "members" ->
                old.body(patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"" + bob + "\"}]}"))
                        .patch("/scim/v2/Groups/" + guides);
            case "disable" ->
                old.body(patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
                        .patch(person);
            default -> old.delete(person);
        }
        if (what.equals("create")) {
            client().delete(person);
        }
        var call = refused();
        activity.flush();
        var before = checksums();

        var tried = rehearsed(call);

        activity.flush();
        assertThat(checksums()).isEqualTo(before);
        assertThat(tried)
                .containsEntry(
                        "result",
                        switch (what) {
                            case "create" -> "created";
                            case "create refused" -> "refused";
                            case "unchanged" -> "unchanged";
                            case "disable" -> "disabled";
                            case "delete" -> "deleted";
                            default -> "updated";
                        });
    }

    /// Of all tables but those that other tests' calls move in the background.
    private Map<String, String> checksums() {
        var sums = new TreeMap<String, String>();
        sql.query(
                        SqlText.of("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND table_type = 'BASE TABLE' AND table_name NOT IN ('sync_run', 'read_count',"
                                + " 'connection_health', 'connection_mistake', 'activity_hour', 'activity_progress',"
                                + " 'rate_limit_bucket', 'session', 'operator_token', 'credential')"),
                        row -> row.getString(1))
                .forEach(table -> sums.put(
                        table,
                        sql.query(SqlText.of("CHECKSUM TABLE `" + table + "`"), row -> row.getString(2))
                                .getFirst()));
        return sums;
    }
}
