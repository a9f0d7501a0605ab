package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static dev.rollcall.scim.group.GroupClient.add;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        client.patch(one, add(two, one)).statusCode(200);
        client.request()
                .get(USERS + "/" + jane)
                .then()
                .body("groups.value", containsInAnyOrder(one, two))
                .body("groups.type", contains("direct", "direct"));
        client.search(USERS, "groups.value eq \"" + two + "\"").body("totalResults", equalTo(1));
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
                .statusCode(200)
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
}
