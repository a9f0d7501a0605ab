package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static dev.rollcall.scim.group.GroupClient.add;
import static dev.rollcall.scim.group.GroupClient.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.rollcall.scim.conformance.Proves;
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

/// What changes the members of a group, and what does not.
@QuarkusTest
class MemberChangesTest {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    private final TestTokens tokens;
    private GroupClient client = new GroupClient("");

    MemberChangesTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void anOrganization() {
        client = new GroupClient(tokens.anOrganization().issue().bearer());
    }

    @Test
    @Proves({"GR-006", "PA-021", "PA-027", "VE-003", "PA-006"})
    void writesNothingWhereMembersDoNotChange() {
        var jane = client.user("jane");
        var group = client.group("Sales", jane);
        var body = client.read(group).extract().asString();
        client.patch(group, add(jane)).statusCode(200).header("ETag", "W/\"1\"");
        client.patch(group, remove(NOBODY)).statusCode(200).header("ETag", "W/\"1\"");
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
        client.patch(group, add(client.user("john"))).statusCode(200).header("ETag", "W/\"2\"");
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
        client.patch(group, add(jane) + ",{\"op\":\"replace\",\"path\":\"displayName\",\"value\":{\"x\":5}}")
                .statusCode(400);
        client.read(group).header("ETag", "W/\"1\"").body("$", not(hasKey("members")));
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
            client.patch(group, form).statusCode(200);
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
            client.patch(group, form).statusCode(200).header("ETag", "W/\"2\"");
            client.read(group).body("$", not(hasKey("members")));
            client.request().delete(GROUPS + "/" + group).then().statusCode(204);
        }
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
                            workers.submit(() -> client.patch(group, add(user)).statusCode(200)))
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
                calls.add(workers.submit(() -> client.patch(group, add(user)).statusCode(200)));
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
}
