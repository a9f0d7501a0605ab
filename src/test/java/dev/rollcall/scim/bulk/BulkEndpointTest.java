package dev.rollcall.scim.bulk;

import static dev.rollcall.scim.bulk.BulkClient.group;
import static dev.rollcall.scim.bulk.BulkClient.operation;
import static dev.rollcall.scim.bulk.BulkClient.post;
import static dev.rollcall.scim.bulk.BulkClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BulkEndpointTest {
    private final TestTokens tokens;
    private BulkClient client = new BulkClient("");

    BulkEndpointTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void anOrganization() {
        client = new BulkClient(tokens.anOrganization().issue().bearer());
    }

    @ParameterizedTest
    @Proves({"BU-011", "BU-012"})
    @ValueSource(ints = {1, 2, 5, 50, 300})
    void groupsInACircleAreMembersOfEachOther(int size) {
        var operations = new ArrayList<ScimValue.Complex>();
        for (var i = 0; i < size; i++) {
            operations.add(post("/Groups", "g" + i, group("Group " + i, List.of("bulkId:g" + (i + 1) % size))));
        }

        var results = client.bulk(operations);

        assertThat(results)
                .hasSize(size)
                .allSatisfy(result ->
                        assertThat(result).containsEntry("status", "201").containsEntry("version", "W/\"1\""));
        for (var i = 0; i < size; i++) {
            assertThat(client.read(location(results.get(i))).find("members"))
                    .isEqualTo(ScimValue.array(BulkClient.object(
                            "value",
                            ScimValue.of(id(results.get((i + 1) % size))),
                            "$ref",
                            ScimValue.of(location(results.get((i + 1) % size))),
                            "type",
                            ScimValue.of("Group"),
                            "display",
                            ScimValue.of("Group " + (i + 1) % size))));
        }
    }

    @Test
    @Proves("BU-012")
    void aCircleOfAHundredManagersIsTakenApartAgainWhereOneNameIsTaken() {
        client.bulk(List.of(post("/Users", "taken", user("user57"))));
        var operations = new ArrayList<ScimValue.Complex>();
        for (var i = 0; i < 100; i++) {
            operations.add(post("/Users", "u" + i, user("user" + i, "bulkId:u" + (i + 1) % 100)));
        }

        var results = client.bulk(operations);

        assertThat(results).extracting(result -> result.get("status")).containsOnly("409");
        assertThat(detail(results.get(57))).contains("userName");
        assertThat(detail(results.get(0))).contains("'u57'");
        client.send("GET", "/Users", null).then().body("totalResults", equalTo(1));
    }

    @Test
    @Proves({"BU-007", "BU-012"})
    void aDormantUserComesBackInACircleAsAlone() {
        var gone = user("bjensen").with("active", ScimValue.of(false)).with("password", ScimValue.of("t1meMa$heen"));
        var dormant = id(client.bulk(List.of(post("/Users", "x", gone))).getFirst());

        var results = client.bulk(List.of(
                post("/Users", "x", user("BJensen", "bulkId:y")),
                post("/Users", "y", user("other", "bulkId:x")),
                post("/Users", "z", user("bjensen"))));

        assertThat(results).extracting(result -> result.get("status")).containsExactly("201", "201", "409");
        assertThat(id(results.get(0))).isEqualTo(dormant);
        assertThat(results.get(0)).containsEntry("version", "W/\"2\"");
        client.send("GET", "/Users/" + dormant, null)
                .then()
                .body("active", equalTo(true))
                .body("userName", equalTo("BJensen"))
                .body("'%s'.manager.value".formatted(BulkClient.ENTERPRISE), equalTo(id(results.get(1))));
        client.send("GET", "/Users/" + id(results.get(1)), null)
                .then()
                .body("'%s'.manager.value".formatted(BulkClient.ENTERPRISE), equalTo(dormant));
        var withoutPassword = BulkClient.patch("replace", "password", ScimValue.Null.NULL);
        assertThat(client.bulk(List.of(operation("PATCH", "/Users/" + dormant, withoutPassword))))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .as("the former password is gone already")
                .containsEntry("version", "W/\"2\"");
    }

    @Test
    @Proves("BU-013")
    void aPostThatIsPulledForwardDoesNotPassADeleteAtItsEndpoint() {
        var made = client.bulk(List.of(
                post("/Users", "u", user("bob").with("active", ScimValue.of(false))),
                post("/Groups", "g", group("Staff", List.of()))));
        var dormant = id(made.get(0));

        var results = client.bulk(List.of(
                operation(
                        "PATCH",
                        "/Groups/" + id(made.get(1)),
                        BulkClient.patch("add", "members", BulkClient.members(List.of("bulkId:n")))),
                operation("DELETE", "/Users/" + dormant, null),
                post("/Users", "n", user("bob"))));

        assertThat(results).extracting(result -> result.get("status")).containsExactly("200", "204", "201");
        assertThat(id(results.get(2))).isNotEqualTo(dormant);
        client.send("GET", "/Groups/" + id(made.get(1)), null)
                .then()
                .body("members.value", equalTo(List.of(id(results.get(2)))));
    }

    @Test
    @Proves("BU-017")
    void aPasswordThatIsRefusedAloneIsRefusedInACircle() {
        var strict = new BulkClient(
                tokens.anOrganization().inMode(ConformanceMode.STRICT).issue().bearer());

        var results = strict.bulk(List.of(
                post("/Users", "a", user("alice", "bulkId:a").with("password", ScimValue.of("\u0001abcdefgh"))),
                post("/Users", "b", user("bob"))));

        assertThat(results).extracting(result -> result.get("status")).containsExactly("400", "201");
        assertThat(detail(results.get(0))).contains("password");
    }

    @Test
    @Proves({"BU-013", "BU-016"})
    void aThousandOperationsAreTakenAndOneMoreIsNot() {
        var operations = new ArrayList<ScimValue.Complex>();
        for (var i = 0; i < 499; i++) {
            operations.add(post("/Groups", "g" + i, group("Group " + i, List.of("bulkId:u" + i))));
        }
        for (var i = 0; i < 500; i++) {
            operations.add(post("/Users", "u" + i, user("user" + i)));
        }
        operations.add(operation("DELETE", "/Users/bulkId:u499", null));

        var results = client.bulk(operations);
        operations.add(operation("DELETE", "/Users/bulkId:u498", null));
        var oneMore = client.send("POST", "/Bulk", BulkClient.request(operations));

        assertThat(results).hasSize(1_000);
        assertThat(results.subList(0, 999))
                .extracting(result -> result.get("status"))
                .containsOnly("201");
        assertThat(results.getLast()).containsEntry("status", "204");
        oneMore.then().statusCode(413).body("detail", containsString("maxOperations is 1000"));
        client.send("GET", "/Users?count=0", null).then().body("totalResults", equalTo(499));
        client.send("GET", "/Groups?filter=members pr&count=0", null).then().body("totalResults", equalTo(499));
    }

    @Test
    @Proves("BU-007")
    void oneBadOperationAmongManyHarmsNoOther() {
        var operations = new ArrayList<ScimValue.Complex>();
        for (var i = 0; i < 40; i++) {
            operations.add(post("/Users", "u" + i, user(i == 20 ? "user19" : "user" + i)));
        }

        var results = client.bulk(operations);

        assertThat(results.get(20)).containsEntry("status", "409").doesNotContainKey("location");
        assertThat(results)
                .filteredOn(result -> "201".equals(result.get("status")))
                .hasSize(39);
        client.send("GET", "/Users?count=0", null).then().body("totalResults", equalTo(39));
    }

    private static String id(Map<String, Object> result) {
        var location = location(result);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String location(Map<String, Object> result) {
        return String.valueOf(result.get("location"));
    }

    private static String detail(Map<String, Object> result) {
        return result.get("response") instanceof Map<?, ?> response ? String.valueOf(response.get("detail")) : "";
    }
}
