package dev.rollcall.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Activity;
import dev.rollcall.activity.run.RunTracker;
import dev.rollcall.activity.summary.ReadCounts;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SummariesEndpointTest {
    private final TestTokens tokens;
    private final Callers callers;
    private final Activity activity;
    private final ReadCounts reads;
    private final RunTracker runs;
    private TestToken token;

    SummariesEndpointTest(TestTokens tokens, Callers callers, Activity activity, ReadCounts reads, RunTracker runs) {
        this.tokens = tokens;
        this.callers = callers;
        this.activity = activity;
        this.reads = reads;
        this.runs = runs;
    }

    @BeforeEach
    void issue() {
        token = tokens.anOrganization().issue();
    }

    private RequestSpecification client() {
        return RestAssured.given().header("Authorization", token.bearer()).contentType("application/scim+json");
    }

    private String user(String name) {
        return client().body("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s"}""".formatted(name)).post("/scim/v2/Users").path("id");
    }

    private void patch(String path, String operation) {
        client().body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation
                        + "]}")
                .patch("/scim/v2/" + path);
    }

    private void sync() {
        var ann = user("ann");
        var bob = user("bob");
        user("ann");
        patch("Users/" + ann, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Lead\"}");
        patch("Users/" + ann, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Lead\"}");
        patch("Users/" + ann, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");
        patch("Users/" + ann, "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}");
        var group = client().body("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Guides",
                 "members":[{"value":"%s"},{"value":"%s"}]}""".formatted(bob, UUID.randomUUID()))
                .post("/scim/v2/Groups")
                .<String>path("id");
        client().delete("/scim/v2/Users/" + bob);
        client().get("/scim/v2/Users");
        client().get("/scim/v2/Groups/" + group);
        client().get("/scim/v2/Users/" + bob);
        activity.flush();
        reads.flush();
        runs.flush();
    }

    private Response get(String path) {
        return callers.admin(token.organizationId()).get("/api/v1/organizations/" + token.organizationId() + path);
    }

    @Test
    void aSummaryStandsBesideTheCountersOfPingOne() {
        sync();

        var summary = get("/summaries");

        assertThat(summary.statusCode()).isEqualTo(200);
        assertThat(summary.<Map<String, Integer>>path("users"))
                .containsEntry("created", 2)
                .containsEntry("updated", 1)
                .containsEntry("unchanged", 1)
                .containsEntry("disabled", 1)
                .containsEntry("enabled", 1)
                .containsEntry("deleted", 1)
                .containsEntry("refused", 1);
        assertThat(summary.<Map<String, Integer>>path("groups"))
                .as("that a group lost a member with a user is no call about the group")
                .containsEntry("created", 1)
                .containsEntry("updated", 0)
                .containsEntry("partial", 1);
        assertThat(summary.<Map<String, Integer>>path("pingOne.users"))
                .isEqualTo(Map.of("impacted", 8, "success", 5, "unsynced", 2, "partialSynced", 0, "failed", 1));
        assertThat(summary.<Map<String, Integer>>path("pingOne.groups"))
                .isEqualTo(Map.of("impacted", 1, "success", 1, "failed", 0));
        assertThat(summary.<Map<String, Integer>>path("reads")).isEqualTo(Map.of("200", 2, "404", 1));
    }

    @Test
    void connectionsAreSummedUpApart() {
        sync();

        assertThat(get("/summaries?connectionId=" + token.connectionId()).<Integer>path("users.created"))
                .isEqualTo(2);
        assertThat(get("/summaries?connectionId=" + UUID.randomUUID()).<Integer>path("users.created"))
                .isZero();
    }

    @Test
    void daysEndWithToday() {
        sync();

        var days = get("/summaries/days?days=3");

        assertThat(days.<List<Integer>>path("days.users.created")).containsExactly(0, 0, 2);
        assertThat(days.<List<String>>path("days.since")).allMatch(time -> time.endsWith("T00:00:00Z"));
        assertThat(get("/summaries/days").<List<Object>>path("days")).hasSize(30);
    }

    @Test
    void aSyncIsARun() {
        sync();
        user("carl");
        runs.flush();

        var page = get("/connections/" + token.connectionId() + "/runs");

        assertThat(page.<List<Object>>path("items")).hasSize(1);
        assertThat(page.<Boolean>path("items[0].over")).isFalse();
        assertThat(page.<Integer>path("items[0].users.created")).isEqualTo(3);
        assertThat(page.<Integer>path("items[0].pingOne.users.failed")).isEqualTo(1);
        assertThat(page.<Integer>path("items[0].groups.created")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/summaries?since=x",
                "/summaries?until=1",
                "/summaries?since=2030-01-02T00:00:00Z&until=2030-01-01T00:00:00Z",
                "/summaries?since=2020-01-01T00:00:00Z&until=2030-01-01T00:00:00Z",
                "/summaries?connectionId=1",
                "/summaries/days?days=0",
                "/summaries/days?days=367",
                "/summaries/days?days=many"
            })
    void whatMakesNoSenseIsRefused(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }
}
