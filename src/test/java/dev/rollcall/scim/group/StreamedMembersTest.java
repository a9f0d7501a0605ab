package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Groups with more members than an answer holds.
@QuarkusTest
class StreamedMembersTest {
    private static final int MANY = 12_000;

    private final TestTokens tokens;
    private final GatedSql sql;
    private String bearer = "";
    private GroupClient client = new GroupClient("");
    private MemberRows rows;
    private String group = "";

    StreamedMembersTest(TestTokens tokens, DataSource dataSource) {
        this.tokens = tokens;
        this.sql = new GatedSql(dataSource);
        this.rows = new MemberRows(sql, new UUID(0, 0));
    }

    /// Lets batches of members be read one by one, or fail.
    private static final class GatedSql extends RecordingSql {
        private @Nullable Semaphore gate;
        private int failingBatch = Integer.MAX_VALUE;
        private int batches;

        private GatedSql(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void beforeSnapshotQuery(SqlText query) {
            if (query.sql().contains("group_member")) {
                batches++;
                if (batches >= failingBatch) {
                    throw new IllegalStateException("the database is gone");
                }
                if (gate != null) {
                    gate.acquireUninterruptibly();
                }
            }
        }
    }

    @BeforeEach
    void aLargeGroup() {
        var token = tokens.anOrganization().issue();
        bearer = token.bearer();
        client = new GroupClient(bearer);
        rows = new MemberRows(sql, token.organizationId());
        QuarkusMock.installMockForType(sql, Sql.class);
        rows.users(1, MANY + 1);
        group = client.group("All");
        rows.members(group, 1, MANY + 1);
    }

    @Test
    void theFirstBytesComeBeforeTheLastMemberIsRead() throws Exception {
        sql.gate = new Semaphore(1);
        var answer = get(GROUPS + "/" + group);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(answer.headers().firstValue("Transfer-Encoding")).contains("chunked");
        try (var body = answer.body()) {
            var begin = new String(body.readNBytes(20_000), StandardCharsets.UTF_8);
            assertThat(begin).contains("\"displayName\":\"All\"", rows.id(1).toString());
            assertThat(sql.batches).isLessThanOrEqualTo(2);
            sql.gate.release(1_000);
            var json = JsonPath.from(begin + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(json.getList("members.value"))
                    .hasSize(MANY)
                    .isEqualTo(IntStream.rangeClosed(1, MANY)
                            .mapToObj(number -> rows.id(number).toString())
                            .toList());
            assertThat(json.getString("members[11999].display")).isEqualTo("user12000");
            assertThat(json.getString("members[0].$ref")).endsWith("/Users/" + rows.id(1));
        }
    }

    @Test
    void aReaderSeesTheMembersOfOneMomentWhateverIsWrittenMeanwhile() throws Exception {
        sql.gate = new Semaphore(1);
        var answer = get(GROUPS + "/" + group);
        try (var body = answer.body()) {
            var begin = new String(body.readNBytes(10_000), StandardCharsets.UTF_8);
            var others = IntStream.rangeClosed(6_000, MANY)
                    .mapToObj(number -> rows.id(number).toString())
                    .toArray(String[]::new);
            client.request()
                    .queryParam("excludedAttributes", "members")
                    .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Half\","
                            + "\"members\":" + GroupClient.values(others) + "}")
                    .put(GROUPS + "/" + group)
                    .then()
                    .statusCode(200)
                    .header("ETag", "W/\"2\"");
            sql.gate.release(1_000);
            var json = JsonPath.from(begin + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(answer.headers().firstValue("ETag")).contains("W/\"1\"");
            assertThat(json.getString("meta.version")).isEqualTo("W/\"1\"");
            assertThat(json.getString("displayName")).isEqualTo("All");
            assertThat(json.getList("members")).hasSize(MANY);
        }
    }

    @Test
    void aFailureInTheMiddleBreaksTheTransfer() throws Exception {
        sql.failingBatch = 5;
        for (var attempt = 0; attempt < 20; attempt++) {
            sql.batches = 0;
            var answer = get(GROUPS + "/" + group);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFailureBeforeTheFirstByteIsAnAnswer() throws Exception {
        sql.failingBatch = 1;
        var answer = get(GROUPS + "/" + group);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("urn:ietf:params:scim:api:messages:2.0:Error");
    }

    @Test
    void whatTheClientHasOrDoesNotWantIsNotRead() {
        sql.taken();
        client.request()
                .header("If-None-Match", "W/\"1\"")
                .get(GROUPS + "/" + group)
                .then()
                .statusCode(304);
        client.request().head(GROUPS + "/" + group).then().statusCode(200).header("ETag", "W/\"1\"");
        client.request()
                .queryParam("excludedAttributes", "members")
                .get(GROUPS + "/" + group)
                .then()
                .body("members", nullValue())
                .body("displayName", equalTo("All"));
        assertThat(sql.taken())
                .hasSize(3)
                .noneSatisfy(query -> assertThat(query.sql()).contains("group_member"));
        assertThat(sql.batches).isZero();
    }

    @Test
    void partsOfMembersAreShownAsAsked() {
        client.request()
                .queryParam("attributes", "members.value")
                .get(GROUPS + "/" + group)
                .then()
                .body("displayName", nullValue())
                .body("members", hasSize(MANY))
                .body("members[0]", equalTo(Map.of("value", rows.id(1).toString())));
        client.request()
                .queryParam("excludedAttributes", "members.display")
                .get(GROUPS + "/" + group)
                .then()
                .body("members", hasSize(MANY))
                .body("members", everyItem(not(hasKey("display"))))
                .body("members", everyItem(hasKey("$ref")));
    }

    @Test
    void membersThatAreGoneAreNotShown() {
        sql.batch(
                "DELETE FROM scim_user WHERE id = ?",
                List.of(List.of(ResourceIds.bytes(rows.id(1_000))), List.of(ResourceIds.bytes(rows.id(5)))));
        client.read(group).body("members", hasSize(MANY - 2));
    }

    @Test
    void aPageStreamsItsLargeGroupsAmongTheOthers() {
        var empty = client.group("Empty");
        var few = client.group("Few", rows.id(7).toString(), rows.id(3).toString());
        var other = client.group("Other");
        rows.members(other, 1, 11_501);
        client.request()
                .queryParam("sortBy", "displayName")
                .get(GROUPS)
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(4))
                .body("itemsPerPage", equalTo(4))
                .body("Resources.id", equalTo(List.of(group, empty, few, other)))
                .body("Resources[0].members", hasSize(MANY))
                .body("Resources[1].members", nullValue())
                .body(
                        "Resources[2].members.value",
                        equalTo(List.of(rows.id(3).toString(), rows.id(7).toString())))
                .body("Resources[3].members", hasSize(11_500));
        client.request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":2,"
                        + "\"filter\":\"displayName eq \\\"All\\\" or displayName eq \\\"Few\\\"\"}")
                .post("/scim/v2/.search")
                .then()
                .statusCode(200)
                .body("Resources.members*.size()", equalTo(List.of(MANY, 2)));
    }

    @Test
    void writesShowWhatTheyWrote() {
        client.request()
                .queryParam("attributes", "members.value,displayName")
                .body(
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"remove\","
                                + "\"path\":\"members[value eq \\\"" + rows.id(1) + "\\\"]\"}]}")
                .patch(GROUPS + "/" + group)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"2\"")
                .body("members", hasSize(MANY - 1));
        var all = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> rows.id(number).toString())
                .toArray(String[]::new);
        client.postGroup("Again", all).statusCode(201).header("ETag", "W/\"1\"").body("members", hasSize(MANY));
    }

    private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", bearer)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
}
