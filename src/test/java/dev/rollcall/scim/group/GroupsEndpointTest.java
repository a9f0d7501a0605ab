package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.schema.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GroupsEndpointTest {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    private final TestTokens tokens;
    private GroupClient client = new GroupClient("");
    private GroupClient strict = new GroupClient("");

    GroupsEndpointTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void anOrganization() {
        client = new GroupClient(tokens.anOrganization().issue().bearer());
        strict = new GroupClient(
                tokens.anOrganization().inMode(ConformanceMode.STRICT).issue().bearer());
    }

    @Test
    @Proves({"GR-003", "GR-005", "US-019"})
    void showsWhoIsInAGroupAndInWhichGroupsAUserIs() {
        var jane = client.user("jane");
        var inner = client.group("Inner", jane);
        var outer = client.group("Outer", inner);
        client.read(inner)
                .statusCode(200)
                .header("ETag", "W/\"1\"")
                .body("members", hasSize(1))
                .body("members[0].value", equalTo(jane))
                .body("members[0].'$ref'", endsWith(USERS + "/" + jane))
                .body("members[0].type", equalTo("User"))
                .body("members[0].display", equalTo("jane"));
        client.read(outer)
                .body("members[0].type", equalTo("Group"))
                .body("members[0].display", equalTo("Inner"))
                .body("members[0].'$ref'", endsWith(GROUPS + "/" + inner));
        client.request()
                .get(USERS + "/" + jane)
                .then()
                .body("groups.value", containsInAnyOrder(inner, outer))
                .body("groups.find { it.value == '" + inner + "' }.type", equalTo("direct"))
                .body("groups.find { it.value == '" + outer + "' }.type", equalTo("indirect"))
                .body("groups.find { it.value == '" + outer + "' }.display", equalTo("Outer"))
                .body("groups.find { it.value == '" + outer + "' }.'$ref'", endsWith(GROUPS + "/" + outer));
    }

    @Test
    void aGroupMayBeInACircleAndADirectGroupIsNamedOnce() {
        var jane = client.user("jane");
        var one = client.group("One", jane);
        var two = client.group("Two", one, jane);
        client.patch(one, add(two, one)).statusCode(204);
        client.request()
                .get(USERS + "/" + jane)
                .then()
                .body("groups.value", containsInAnyOrder(one, two))
                .body("groups.type", contains("direct", "direct"));
        client.search(USERS, "groups.value eq \"" + two + "\"").body("totalResults", equalTo(1));
    }

    @Test
    @Proves({"GR-006", "PA-021", "PA-027", "VE-003", "PA-006"})
    void writesNothingWhereMembersDoNotChange() {
        var jane = client.user("jane");
        var group = client.group("Sales", jane);
        var body = client.read(group).extract().asString();
        client.patch(group, add(jane)).statusCode(204).header("ETag", "W/\"1\"").body(emptyString());
        client.patch(group, remove(NOBODY)).statusCode(204).header("ETag", "W/\"1\"");
        client.putGroup(group, "Sales", GroupClient.values(jane))
                .statusCode(200)
                .header("ETag", "W/\"1\"");
        client.request()
                .body(body)
                .put(GROUPS + "/" + group)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"1\"");
        assertThat(client.read(group).extract().asString()).isEqualTo(body);
        client.patch(group, add(client.user("john"))).statusCode(204).header("ETag", "W/\"2\"");
        client.read(group).body("meta.version", equalTo("W/\"2\"")).body("members", hasSize(2));
    }

    @Test
    @Proves({"PA-007", "GR-008"})
    void answersAPatchWithWhatIsAskedFor() {
        var group = client.group("Sales", client.user("jane"));
        client.request()
                .queryParam("attributes", "displayName")
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                        + add(client.user("john")) + "]}")
                .patch(GROUPS + "/" + group)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Sales"))
                .body("$", not(hasKey("members")));
        client.request()
                .queryParam("excludedAttributes", "members")
                .get(GROUPS + "/" + group)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("members")));
    }

    @Test
    @Proves({"PU-004", "PU-003"})
    void replacesMembersByWhatIsSent() {
        var jane = client.user("jane");
        var john = client.user("john");
        var group = client.group("Sales", jane);
        client.putGroup(group, "Sales", GroupClient.values(john))
                .statusCode(200)
                .header("ETag", "W/\"2\"")
                .body("members.value", contains(john));
        client.putGroup(group, "Sales", "[]").header("ETag", "W/\"3\"").body("$", not(hasKey("members")));
        client.putGroup(group, "Sales", GroupClient.values(jane, john)).body("members", hasSize(2));
        client.request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Sales\"}")
                .put(GROUPS + "/" + group)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("members")));
    }

    @Test
    void skipsMembersThatDoNotExistInCompatibleMode() {
        var jane = client.user("jane");
        var group = client.group("Sales", jane, NOBODY, "0", "");
        client.read(group).body("members.value", contains(jane));
        client.patch(
                        group,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + jane
                                + "\",\"type\":\"Group\",\"$ref\":null,\"display\":null},{\"value\":\"" + NOBODY
                                + "\"}]}")
                .statusCode(204)
                .header("ETag", "W/\"1\"");
        client.read(group).body("members[0].type", equalTo("User"));
    }

    @Test
    void refusesMembersThatDoNotExistInStrictMode() {
        var jane = strict.user("jane");
        strict.postGroup("Sales", jane, NOBODY)
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"))
                .body("detail", containsString(NOBODY));
        strict.search(GROUPS, "displayName eq \"Sales\"").body("totalResults", equalTo(0));
        var group = strict.group("Sales");
        strict.patch(group, add(jane, NOBODY)).statusCode(400).body("scimType", equalTo("invalidValue"));
        strict.patch(
                        group,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":{\"value\":\"" + jane
                                + "\",\"type\":\"Group\"}}")
                .statusCode(400)
                .body("detail", containsString("members.type"));
        strict.read(group).header("ETag", "W/\"1\"").body("$", not(hasKey("members")));
    }

    @Test
    void aResourceOfAnotherOrganizationIsNoMember() {
        var other = new GroupClient(tokens.anOrganization().issue().bearer());
        var stranger = other.user("jane");
        var group = client.group("Sales", stranger);
        client.read(group).body("$", not(hasKey("members")));
        other.request().get(USERS + "/" + stranger).then().body("$", not(hasKey("groups")));
    }

    @Test
    @Proves({"GR-002", "PA-026"})
    void aGroupHasAName() {
        client.request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]}")
                .post(GROUPS)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
        client.patch(client.group("Sales"), "{\"op\":\"remove\",\"path\":\"displayName\"}")
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
    }

    @Test
    @Proves("GR-007")
    void namesAreUniqueInCompatibleModeAlone() {
        strict.group("Sales");
        strict.group("sales");
        var sales = client.group("Sales");
        client.postGroup("SALES").statusCode(409).body("scimType", equalTo("uniqueness"));
        var other = client.group("Other");
        client.patch(other, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"sales\"}")
                .statusCode(409);
        client.putGroup(sales, "SALES", "[]").statusCode(200).body("displayName", equalTo("SALES"));
        client.request().delete(GROUPS + "/" + sales).then().statusCode(204);
        client.group("Sales");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members[value eq \\\"%s\\\"].value",
                "members[value eq \\\"%s\\\"].display",
                "members[type eq \\\"User\\\"].type"
            })
    @Proves("GR-004")
    void whatAMemberIsCannotBeChanged(String path) {
        var jane = client.user("jane");
        var group = client.group("Sales", jane);
        client.patch(
                        group,
                        "{\"op\":\"replace\",\"path\":\"" + path.formatted(jane) + "\",\"value\":\"" + NOBODY + "\"}")
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
        client.read(group).header("ETag", "W/\"1\"").body("members.value", contains(jane));
    }

    @Test
    @Proves("PA-005")
    void aRefusedPatchChangesNoMembers() {
        var jane = client.user("jane");
        var group = client.group("Sales");
        client.patch(group, add(jane) + ",{\"op\":\"replace\",\"path\":\"displayName\",\"value\":5}")
                .statusCode(400);
        client.read(group).header("ETag", "W/\"1\"").body("$", not(hasKey("members")));
    }

    @Test
    @Proves({"DE-006", "DE-002"})
    void whatIsDeletedIsInNoGroupAndNobodysManager() {
        var jane = client.user("jane");
        var john = client.userBelow("john", jane);
        var group = client.group("Sales", jane, john);
        var outer = client.group("Outer", group);
        var manager = "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'.manager";
        client.request().get(USERS + "/" + john).then().body(manager + ".value", equalTo(jane));
        client.request().delete(USERS + "/" + jane).then().statusCode(204);
        client.read(group).header("ETag", "W/\"2\"").body("members.value", contains(john));
        client.request()
                .get(USERS + "/" + john)
                .then()
                .header("ETag", "W/\"2\"")
                .body("$", not(hasKey("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")));
        client.request().delete(GROUPS + "/" + group).then().statusCode(204);
        client.read(outer).header("ETag", "W/\"2\"").body("$", not(hasKey("members")));
        client.request()
                .get(USERS + "/" + john)
                .then()
                .header("ETag", "W/\"2\"")
                .body("groups", nullValue());
    }

    @Test
    @Proves({"EN-002", "EN-003", "EN-004"})
    void aManagerIsShownAsTheUserIs() {
        var boss = GroupClient.id(client.postUser("\"userName\":\"boss\",\"displayName\":\"The Boss\""));
        var jane = client.userBelow("jane", boss);
        var enterprise = "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'.manager.";
        client.request()
                .get(USERS + "/" + jane)
                .then()
                .body(enterprise + "'$ref'", endsWith(USERS + "/" + boss))
                .body(enterprise + "displayName", equalTo("The Boss"));
        var urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        client.search(USERS, urn + ".displayName eq \"the boss\" and " + urn + ".$ref ew \"" + boss + "\"")
                .body("Resources.id", contains(jane));
        client.search(USERS, urn + ".value eq \"" + boss + "\"").body("Resources.id", contains(jane));
        client.search(USERS, "not (" + urn + ".displayName pr)").body("Resources.id", contains(boss));
        var body = client.request().get(USERS + "/" + jane).asString();
        client.request()
                .body(body)
                .put(USERS + "/" + jane)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"1\"");
        var lost = client.userBelow("lost", NOBODY);
        client.request()
                .get(USERS + "/" + lost)
                .then()
                .body(enterprise + "value", equalTo(NOBODY))
                .body(enterprise + "'$ref'", nullValue());
        strict.postUser("\"userName\":\"lost\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":"
                        + "{\"manager\":{\"value\":\"" + NOBODY + "\"}}")
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
    }

    @Test
    void findsGroupsAndUsersByMembership() {
        var jane = client.user("jane");
        var john = client.user("john");
        var inner = client.group("Inner", jane);
        var outer = client.group("Outer", inner, john);
        finds(GROUPS, "members eq \"" + jane + "\"", inner);
        finds(GROUPS, "id eq \"" + inner + "\" and members eq \"" + jane + "\"", inner);
        finds(GROUPS, "members.value eq \"" + john + "\"", outer);
        finds(GROUPS, "members[type eq \"group\" and display eq \"INNER\"]", outer);
        finds(GROUPS, "members.$ref ew \"" + john + "\"", outer);
        finds(GROUPS, "members pr", inner, outer);
        finds(GROUPS, "not (members.display sw \"ja\")", outer);
        finds(GROUPS, "members.value eq \"0\"");
        finds(USERS, "groups.value eq \"" + outer + "\"", jane, john);
        finds(USERS, "groups[value eq \"" + outer + "\" and type eq \"direct\"]", john);
        finds(USERS, "groups.type eq \"indirect\"", jane);
        finds(USERS, "groups.display eq \"inner\"", jane);
        finds(USERS, "not (groups.value eq \"" + inner + "\") and groups pr", john);
    }

    private void finds(String path, String filter, String... ids) {
        client.search(path, filter).statusCode(200).body("Resources.id", containsInAnyOrder(ids));
    }

    @Test
    void manyChangesOfOneGroupAtOnceAllCount() throws Exception {
        var group = client.group("Sales");
        var users = new ArrayList<String>();
        for (var i = 0; i < 50; i++) {
            users.add(client.user("user" + i));
        }
        try (var workers = Executors.newFixedThreadPool(50)) {
            var calls = users.stream()
                    .<Future<?>>map(user ->
                            workers.submit(() -> client.patch(group, add(user)).statusCode(204)))
                    .toList();
            for (var call : calls) {
                call.get();
            }
        }
        client.read(group).header("ETag", "W/\"51\"").body("members.value", containsInAnyOrder(users.toArray()));
    }

    @Test
    @Proves("DE-006")
    void aMemberThatIsDeletedWhileItIsAddedLeavesNoTrace() throws Exception {
        var group = client.group("Sales");
        var users = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            users.add(client.user("user" + i));
        }
        try (var workers = Executors.newFixedThreadPool(16)) {
            var calls = new ArrayList<Future<?>>();
            for (var user : users) {
                calls.add(workers.submit(() -> client.patch(group, add(user)).statusCode(204)));
                calls.add(workers.submit(
                        () -> client.request().delete(USERS + "/" + user).then().statusCode(204)));
            }
            for (var call : calls) {
                call.get();
            }
        }
        client.read(group).statusCode(200).body("$", not(hasKey("members")));
        for (var user : users) {
            client.search(GROUPS, "members.value eq \"" + user + "\"").body("totalResults", equalTo(0));
        }
    }

    @Test
    @Proves({"GR-001", "PU-002"})
    void isDescribed() {
        client.request().get("/scim/v2/ResourceTypes").then().body("Resources.name", hasItem("Group"));
        var path = "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group";
        client.request().get(path).then().body("attributes[0].uniqueness", equalTo("server"));
        strict.request().get(path).then().body("attributes[0].uniqueness", equalTo("none"));
        client.request().get("/scim/v2/Schemas").then().body("Resources.id", hasItem(containsString("Group")));
        client.putGroup(NOBODY, "Sales", "[]").statusCode(404);
        client.read("0").statusCode(404).body("detail", notNullValue());
    }

    private static String add(String... ids) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":" + GroupClient.values(ids) + "}";
    }

    private static String remove(String id) {
        return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
    }

    @Test
    @Proves({"PA-023", "PA-024", "PA-029", "PA-004"})
    void takesEveryFormInWhichClientsChangeMembers() {
        var a = client.user("a");
        var b = client.user("b");
        var c = client.user("c");
        for (var form : List.of(
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"" + a + "\"}]}",
                "{\"op\":\"remove\",\"path\":\"members\",\"value\":{\"value\":\"" + a + "\"}}",
                remove(a),
                "{\"op\":\"remove\",\"path\":\"members.value eq \\\"" + a + "\\\"\"}",
                "{\"op\":\"replace\",\"path\":\"members\",\"value\":" + GroupClient.values(b, c) + "}",
                "{\"op\":\"replace\",\"value\":{\"members\":" + GroupClient.values(b, c) + "}}",
                add(a) + "," + remove(a),
                "{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}," + add(b) + "," + add(c),
                "{\"op\":\"remove\",\"path\":\"members\"},{\"op\":\"add\",\"value\":{\"members\":"
                        + GroupClient.values(b, c) + "}}",
                "{\"op\":\"remove\",\"path\":\"members[not (value eq \\\"" + b + "\\\") and not (value eq \\\"" + c
                        + "\\\")]\"}")) {
            var group = client.group("Form", a, b, c);
            client.patch(group, form).statusCode(204);
            client.read(group).body("members.value", containsInAnyOrder(b, c));
            client.request().delete(GROUPS + "/" + group).then().statusCode(204);
        }
        for (var form : List.of(
                "{\"op\":\"remove\",\"path\":\"members\"}",
                "{\"op\":\"remove\",\"path\":\"members\",\"value\":null}",
                "{\"op\":\"remove\",\"path\":\"members[$ref co \\\"/Users/\\\"]\"}",
                "{\"op\":\"remove\",\"path\":\"members[display pr and type ne \\\"Group\\\"]\"}",
                "{\"op\":\"remove\",\"path\":\"members[display sw \\\"A\\\" or display eq \\\"b\\\" or display ge \\\"c\\\"]\"}",
                "{\"op\":\"replace\",\"path\":\"members\",\"value\":null}",
                "{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}",
                "{\"op\":\"remove\",\"path\":\"members[type eq \\\"User\\\"]\"}",
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + a + "\\\" or value eq \\\"" + b + "\\\"]\"},"
                        + remove(c))) {
            var group = client.group("Form", a, b, c);
            client.patch(group, form).statusCode(204).header("ETag", "W/\"2\"");
            client.read(group).body("$", not(hasKey("members")));
            client.request().delete(GROUPS + "/" + group).then().statusCode(204);
        }
    }
}
