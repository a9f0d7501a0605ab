package dev.rollcall.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Activity;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.connection.ConnectionState;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ActivityEndpointTest {
    private final TestTokens tokens;
    private final Callers callers;
    private final Activity activity;
    private TestToken token;

    ActivityEndpointTest(TestTokens tokens, Callers callers, Activity activity) {
        this.tokens = tokens;
        this.callers = callers;
        this.activity = activity;
    }

    @BeforeEach
    void issue() {
        token = tokens.anOrganization().issue();
    }

    private RequestSpecification client() {
        return RestAssured.given()
                .header("Authorization", token.bearer())
                .header("User-Agent", "PingOne/1.0")
                .contentType("application/scim+json");
    }

    private Response list(String query) {
        activity.flush();
        return callers.admin(token.organizationId())
                .urlEncodingEnabled(false)
                .get("/api/v1/organizations/" + token.organizationId() + "/activity" + query);
    }

    private String user(String name) {
        return client().body("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","title":"Guide"}""".formatted(name)).post("/scim/v2/Users").path("id");
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }

    @Test
    void eachCallSaysWhatItDid() {
        var id = user("bjensen");
        client().header("X-Request-Id", "sync-7")
                .body(patch("{\"op\":\"replace\",\"value\":{\"title\":\"Lead\",\"active\":\"False\"}}"))
                .patch("/scim/v2/Users/" + id);
        client().body(patch("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Lead\"}"))
                .patch("/scim/v2/Users/" + id);
        client().body(patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":true}"))
                .patch("/scim/v2/Users/" + id);
        client().body(patch("{\"op\":\"replace\",\"path\":\"password\",\"value\":\"Correct-horse-1\"}"))
                .patch("/scim/v2/Users/" + id);
        client().delete("/scim/v2/Users/" + id);
        client().delete("/scim/v2/Users/" + id);

        var page = list("");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.<List<String>>path("items.result"))
                .containsExactly("refused", "deleted", "updated", "enabled", "unchanged", "disabled", "created");
        assertThat(page.<List<Integer>>path("items.status")).containsExactly(404, 204, 200, 200, 200, 200, 201);
        assertThat(page.<List<String>>path("items.name"))
                .containsExactly("bjensen", "bjensen", "bjensen", "bjensen", "bjensen", "bjensen", "bjensen");
        assertThat(page.<List<List<String>>>path("items.changed"))
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of("password"),
                        List.of("active"),
                        List.of(),
                        List.of("active", "title"),
                        List.of());
        assertThat(page.<Map<String, Object>>path("items[5]"))
                .containsEntry("connectionId", token.connectionId().toString())
                .containsEntry("credentialId", token.credentialId().toString())
                .containsEntry("requestId", "sync-7")
                .containsEntry("method", "PATCH")
                .containsEntry("path", "/scim/v2/Users/" + id)
                .containsEntry("product", "PingOne/1.0")
                .containsEntry("resourceType", "User")
                .containsEntry("resourceId", id)
                .containsEntry("tolerances", List.of("text-as-boolean"))
                .containsEntry("sentence", "forgiven text-as-boolean");
        assertThat(page.asString()).doesNotContain("Correct-horse");
    }

    @Test
    void membersAreCounted() {
        var group = client().body("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Guides",
                 "members":[{"value":"%s"},{"value":"%s"}]}""".formatted(user("a"), user("b")))
                .post("/scim/v2/Groups")
                .<String>path("id");
        client().body(patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"" + user("c") + "\"}]}"))
                .patch("/scim/v2/Groups/" + group);

        var page = list("?resourceId=" + group);

        assertThat(page.<List<Integer>>path("items.membersAdded")).containsExactly(1, 2);
        assertThat(page.<List<Integer>>path("items.membersRemoved")).containsExactly(2, 0);
        assertThat(page.<List<List<String>>>path("items.changed")).containsExactly(List.of(), List.of());
    }

    @Test
    void aRefusedWriteKeepsItsReasonAndItsBodyWithoutSecrets() {
        user("bjensen");
        client().body("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen","password":"hunter2-hunter2"}""").post("/scim/v2/Users").then().statusCode(409);

        var refused = list("?result=refused");
        assertThat(refused.<List<Object>>path("items")).hasSize(1);
        assertThat(refused.<Map<String, Object>>path("items[0]"))
                .containsEntry("status", 409)
                .containsEntry("scimType", "uniqueness")
                .containsEntry("name", "bjensen")
                .containsEntry("resourceType", "User");
        assertThat(refused.<String>path("items[0].sentence")).contains("Use the existing resource");

        var one = list("/" + refused.path("items[0].id"));
        assertThat(one.<String>path("body.userName")).isEqualTo("bjensen");
        assertThat(one.<String>path("body.password")).isEqualTo("[redacted]");
        assertThat(one.<Integer>path("call.status")).isEqualTo(409);
    }

    @Test
    void manyThatAreRefusedAtOnceAreAllThere() {
        client().body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                        + String.join(
                                ",",
                                Collections.nCopies(
                                        50,
                                        "{\"method\":\"PUT\",\"path\":\"/Users/4711\",\"data\":{\"userName\":\"a\"}}"))
                        + "]}")
                .post("/scim/v2/Bulk");

        var page = list("?result=refused&limit=200");
        assertThat(page.<List<Object>>path("items")).hasSize(50);
        assertThat(list("/" + page.path("items[49].id")).<String>path("body.userName"))
                .isEqualTo("a");
    }

    @Test
    void ofABodyThatNobodyCanReadNothingIsKept() {
        client().body("{\"userName\":\"x\",\"password\":\"hunter2\"").post("/scim/v2/Users");
        client().body("{\"password\":\"hunter2\"]").put("/scim/v2/Users/" + UUID.randomUUID());

        var page = list("");

        assertThat(page.<List<Integer>>path("items.status")).containsExactly(400, 400);
        assertThat(page.<List<String>>path("items.resourceType")).containsExactly("User", "User");
        assertThat(page.asString()).doesNotContain("hunter2");
        assertThat(list("/" + page.path("items[0].id")).<Object>path("body")).isNull();
    }

    @Test
    void eachOperationOfABulkRequestIsACall() {
        client().body("""
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                 {"method":"POST","path":"/Users","bulkId":"u1","data":
                   {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"one"}},
                 {"method":"POST","path":"/Users","bulkId":"u2","data":
                   {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"one","password":"hunter2-hunter2"}},
                 {"method":"DELETE","path":"/Users/%s"},
                 {"method":"GET","path":"/Users"}]}""".formatted(UUID.randomUUID())).post("/scim/v2/Bulk");

        var page = list("");

        assertThat(page.<List<String>>path("items.result"))
                .containsExactlyInAnyOrder("created", "refused", "refused", "refused");
        assertThat(page.<List<Integer>>path("items.status")).containsExactlyInAnyOrder(201, 409, 404, 400);
        assertThat(page.<List<String>>path("items.requestId").stream().distinct())
                .hasSize(1);
        assertThat(list("?status=409").<String>path("items[0].path")).isEqualTo("/scim/v2/Users");
        var body = list("/" + list("?status=409").path("items[0].id"));
        assertThat(body.<String>path("body.password")).isEqualTo("[redacted]");
    }

    @Test
    void readsAreNoCallsUnlessTheyAreRefusedForWhatTheyAsk() {
        client().get("/scim/v2/Users");
        client().get("/scim/v2/Users/" + UUID.randomUUID());
        client().queryParam("filter", "userName eq").get("/scim/v2/Users");
        client().header("Authorization", "Bearer nonsense").get("/scim/v2/Users");

        var page = list("");

        assertThat(page.<List<Integer>>path("items.status")).containsExactly(400);
        assertThat(page.<String>path("items[0].scimType")).isEqualTo("invalidFilter");
        assertThat(page.<String>path("items[0].path")).isEqualTo("/scim/v2/Users");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?result=created | 3",
                "?result=created,deleted | 4",
                "?search=Ann | 3",
                "?search=ann%40example.com | 2",
                "?search=zoe | 0",
                "?search=ann&result=deleted | 1",
                "?status=204 | 1",
                "?since=2020-01-01T00:00:00Z | 4",
                "?until=2020-01-01T00:00:00Z | 0",
                "?since=2999-01-01T00:00:00%2B01:00 | 0",
                "?connectionId=CONNECTION | 4",
                "?credentialId=CREDENTIAL | 4",
                "?connectionId=CREDENTIAL | 0",
                "?memberId=USER | 2",
                "?memberId=USER&search=bob | 0",
                "?memberId=USER&search=ann&result=created&connectionId=CONNECTION&status=201 | 1"
            })
    void callsAreFound(String query, int count) {
        var ann = user("Ann@example.com");
        user("anna@example.com");
        user("bob@example.com");
        client().delete("/scim/v2/Users/" + ann);

        var found = list(query.replace("USER", ann)
                .replace("CONNECTION", token.connectionId().toString())
                .replace("CREDENTIAL", token.credentialId().toString()));

        assertThat(found.<List<Object>>path("items")).hasSize(count);
        assertThat(found.<String>path("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?since=yesterday",
                "?until=1",
                "?result=gone",
                "?memberId=1",
                "?resourceId=x",
                "?connectionId=%00",
                "?credentialId=1",
                "?status=99",
                "?status=2e2",
                "?limit=0",
                "?cursor=x",
                "/export?format=xml",
                "/export?since=x"
            })
    void whatMakesNoSenseIsRefused(String query) {
        assertThat(list(query).statusCode()).isEqualTo(400);
    }

    @Test
    void pagesHaveAllOfItOnce() {
        for (var i = 0; i < 7; i++) {
            user("user" + i);
        }
        var names = new ArrayList<String>();
        var query = "?limit=3&result=created,updated";
        @Nullable String next = null;
        do {
            var page = list(query + (next == null ? "" : "&cursor=" + next));
            names.addAll(page.path("items.name"));
            next = page.path("next");
        } while (next != null);

        assertThat(names).containsExactly("user6", "user5", "user4", "user3", "user2", "user1", "user0");
    }

    @Test
    void whatIsExportedIsAllOfIt() {
        user("=cmd|' /C calc'!A0");
        user("two, with comma");

        var csv = list("/export");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"activity.csv\"");
        assertThat(csv.asString().lines()).hasSize(3);
        assertThat(csv.asString())
                .startsWith("id,time,")
                .contains(",'=cmd|' /C calc'!A0,created,201,")
                .contains(",\"two, with comma\",created,");

        var lines = list("/export?format=ndjson&search=two");
        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        assertThat(lines.asString().lines()).singleElement().asString().contains("\"name\":\"two, with comma\"");
        activity.flush();
        assertThat(callers.admin(token.organizationId())
                        .accept("application/x-ndjson")
                        .get("/api/v1/organizations/" + token.organizationId() + "/activity/export")
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void whoKeepsNoBodiesHasNone() {
        callers.admin(token.organizationId())
                .body(Map.of("refusedBodyDays", 0))
                .patch("/api/v1/organizations/" + token.organizationId() + "/policies")
                .then()
                .statusCode(200);
        client().body("{\"userName\":{}}").post("/scim/v2/Users");

        var refused = list("?result=refused");
        assertThat(refused.<List<Object>>path("items")).hasSize(1);
        assertThat(list("/" + refused.path("items[0].id")).<Object>path("body")).isNull();
    }

    @Test
    void aPausedConnectionSaysSo() {
        tokens.changeState(token, ConnectionState.PAUSED);
        var until = System.nanoTime() + 10_000_000_000L;
        while (client().get("/scim/v2/Users").statusCode() != 403 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }

        assertThat(list("?status=403").<String>path("items[0].sentence")).contains("paused");
    }
}
