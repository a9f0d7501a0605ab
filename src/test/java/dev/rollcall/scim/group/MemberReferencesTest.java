package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.persistence.ResourceIds;
import dev.rollcall.scim.persistence.Sql;
import dev.rollcall.scim.persistence.SqlText;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Resources that point to others by `$ref` alone, and rows that point to what is gone.
@QuarkusTest
class MemberReferencesTest {
    private static final String MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
    private static final String SHOWN = "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'.manager";
    private static final UUID GONE = UUID.fromString("01900000-0000-7000-8000-000000000000");

    private final TestTokens tokens;
    private final Sql sql;
    private UUID organization = GONE;
    private GroupClient client = new GroupClient("");

    MemberReferencesTest(TestTokens tokens, Sql sql) {
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void anOrganization() {
        var token = tokens.anOrganization().issue();
        organization = token.organizationId();
        client = client(token);
    }

    private static GroupClient client(TestToken token) {
        return new GroupClient(token.bearer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"replace","path":"%1$s","value":{"$ref":"https://rollcall.example/scim/v2/Users/%2$s"}}
            {"op":"add","path":"%1$s","value":{"$ref":"../Users/%2$s"}}
            {"op":"replace","path":"%1$s.$ref","value":"../Users/%2$s"}
            {"op":"add","value":{"%1$s":{"$ref":"../Users/%2$s"}}}
            """)
    @Proves("EN-002")
    void aManagerGivenByReferenceAloneReplacesTheFormerOne(String operation) {
        var former = client.user("former");
        var other = client.user("other");
        var jane = client.userBelow("jane", former);
        patchUser(client, jane, operation.formatted(MANAGER, other))
                .statusCode(200)
                .body(SHOWN + ".value", equalTo(other))
                .body(SHOWN + ".'$ref'", endsWith(USERS + "/" + other));
        patchUser(client, jane, operation.formatted(MANAGER, other)).header("ETag", "W/\"2\"");
    }

    @Test
    @Proves("EN-002")
    void aReferenceInOtherLetterCaseAndOneBesideANewValueChangeNothingElse() {
        var former = client.user("former");
        var other = client.user("other");
        var jane = client.userBelow("jane", former);
        var upper = former.toUpperCase(Locale.ROOT);
        patchUser(
                        client,
                        jane,
                        "{\"op\":\"replace\",\"path\":\"" + MANAGER + ".$ref\",\"value\":\"../Users/" + upper + "\"}")
                .header("ETag", "W/\"1\"")
                .body(SHOWN + ".value", equalTo(former));
        patchUser(
                        client,
                        jane,
                        "{\"op\":\"replace\",\"path\":\"" + MANAGER + "\",\"value\":{\"value\":\"" + other
                                + "\",\"$ref\":\"../Users/" + former + "\"}}")
                .body(SHOWN + ".value", equalTo(other));
    }

    @Test
    void aReferenceToNobodyIsRefusedInStrictMode() {
        var strict =
                client(tokens.anOrganization().inMode(ConformanceMode.STRICT).issue());
        var jane = strict.userBelow("jane", strict.user("boss"));
        patchUser(
                        strict,
                        jane,
                        "{\"op\":\"replace\",\"path\":\"" + MANAGER + "\",\"value\":{\"$ref\":\"../Users/" + GONE
                                + "\"}}")
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
    }

    @Test
    @Proves("PA-004")
    void aMemberAddedByReferenceCanBeRemovedByValueInTheSameRequest() {
        var jane = client.user("jane");
        var group = client.group("Sales");
        var byReference = "\"path\":\"members\",\"value\":[{\"$ref\":\"../Users/" + jane + "\"}]}";
        var removeByValue = "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + jane + "\\\"]\"}";
        client.patch(group, "{\"op\":\"add\"," + byReference + "," + removeByValue)
                .statusCode(200)
                .body("members", nullValue());
        client.patch(group, removeByValue + ",{\"op\":\"add\"," + byReference)
                .statusCode(200)
                .body("members.value", contains(jane));
        client.read(group).body("members.value", contains(jane));
    }

    @Test
    void rowsThatNameWhatIsGoneAreNoMemberships() {
        var jane = client.user("jane");
        var inner = client.group("Inner", jane);
        var empty = client.group("Empty");
        var outer = client.group("Outer");
        dangling(UUID.fromString(inner), GONE, "User");
        dangling(UUID.fromString(empty), GONE, "User");
        dangling(UUID.fromString(empty), new UUID(1, 1), "Group");
        dangling(GONE, UUID.fromString(jane), "User");
        dangling(UUID.fromString(outer), GONE, "Group");
        client.read(inner).body("members.value", contains(jane));
        client.read(empty).body("members", nullValue());
        finds(GROUPS, "members pr", inner);
        finds(GROUPS, "members.value eq \"" + GONE + "\"");
        finds(GROUPS, "members[type eq \"Group\"]");
        finds(GROUPS, "members[not (display eq \"x\")]", inner);
        client.request().get(USERS + "/" + jane).then().body("groups.value", contains(inner));
        finds(USERS, "groups.value eq \"" + outer + "\"");
        var john = client.user("john");
        dangling(GONE, UUID.fromString(john), "User");
        finds(USERS, "groups pr", jane);
        client.request().get(USERS + "/" + john).then().body("groups", nullValue());
    }

    private void dangling(UUID group, UUID member, String type) {
        sql.update(SqlText.of(
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, ?)",
                ResourceIds.bytes(organization),
                ResourceIds.bytes(group),
                ResourceIds.bytes(member),
                type));
    }

    private void finds(String path, String filter, String... ids) {
        var found = client.search(path, filter).statusCode(200).body("totalResults", equalTo(ids.length));
        if (ids.length > 0) {
            found.body("Resources", hasSize(ids.length)).body("Resources.id", contains(ids));
        }
    }

    private static ValidatableResponse patchUser(GroupClient client, String id, String operation) {
        return client.request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation
                        + "]}")
                .patch(USERS + "/" + id)
                .then();
    }
}
