package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which statements it takes to show and to find members.
@QuarkusTest
class MembershipStatementsTest {
    private final TestTokens tokens;
    private final RecordingSql sql;
    private GroupClient client = new GroupClient("");
    private UUID organization = new UUID(0, 0);

    MembershipStatementsTest(TestTokens tokens, DataSource dataSource) {
        this.tokens = tokens;
        this.sql = new RecordingSql(dataSource);
    }

    @BeforeEach
    void recordedStatements() {
        var token = tokens.anOrganization().issue();
        organization = token.organizationId();
        client = new GroupClient(token.bearer());
        QuarkusMock.installMockForType(sql, Sql.class);
    }

    @Test
    void membersThatAreNotShownAreNotRead() {
        var group = client.group("Sales", client.user("jane"));
        sql.taken();
        client.request()
                .queryParam("excludedAttributes", "members")
                .queryParam("filter", "displayName eq \"Sales\"")
                .get(GROUPS)
                .then()
                .body("totalResults", equalTo(1));
        client.request()
                .queryParam("excludedAttributes", "members")
                .get(GROUPS + "/" + group)
                .then()
                .statusCode(200);
        client.request().queryParam("attributes", "userName").get(USERS).then().body("totalResults", equalTo(1));
        assertThat(sql.taken())
                .isNotEmpty()
                .noneSatisfy(query -> assertThat(query.sql()).contains("group_member"));
    }

    @Test
    void aPageTakesAsManyStatementsAsOneResource() {
        var users = new ArrayList<String>();
        users.add(client.user("boss"));
        IntStream.range(0, 12).forEach(i -> users.add(client.userBelow("user" + i, users.getFirst())));
        users.forEach(user -> client.group("Group of " + user, users.getFirst(), user));
        statements(USERS, 13);
        assertThat(statements(USERS, 13)).isEqualTo(statements(USERS, 2));
        assertThat(statements(GROUPS, 13)).isEqualTo(statements(GROUPS, 1));
    }

    @Test
    void aUserInNoGroupIsReadWithItsManagerByOneStatement() {
        var boss = client.user("boss");
        var jane = client.userBelow("jane", boss);
        sql.taken();
        client.request()
                .get(USERS + "/" + jane)
                .then()
                .statusCode(200)
                .body(
                        "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'.manager.'$ref'",
                        endsWith("/Users/" + boss));
        assertThat(sql.taken()).hasSize(1);
    }

    @Test
    void aUserIsReadWithItsGroupsByOneStatementOnceTheseAreKnown() {
        var jane = client.user("jane");
        var sales = client.group("Sales", jane);
        var marketing = client.group("Marketing", jane);
        sql.taken();
        client.request()
                .get(USERS + "/" + jane)
                .then()
                .statusCode(200)
                .body("groups.value", contains(sales, marketing))
                .body("groups.display", contains("Sales", "Marketing"));
        assertThat(sql.taken()).hasSize(2);
        assertThat(groups(jane, "Sales direct", "Marketing direct")).hasSize(1);
        // Whoever else is in them is in known groups, too.
        var omar = client.user("omar");
        client.patch(sales, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + omar + "\"}]}");
        assertThat(groups(omar, "Sales direct")).hasSize(1);
    }

    @Test
    void aUserIsFoundWithGroupsAndManagerByOneStatementOnceTheGroupsAreKnown() {
        var boss = client.user("boss");
        var jane = client.userBelow("jane", boss);
        client.group("Sales", jane);
        var read = client.request().get(USERS + "/" + jane).then().extract().path("$");
        for (var filter : List.of("userName eq \"JANE\"", "userName eq \"jane\" and active ne false")) {
            sql.taken();
            client.request()
                    .queryParam("filter", filter)
                    .get(USERS)
                    .then()
                    .statusCode(200)
                    .body("Resources", contains(read));
            assertThat(sql.taken()).hasSize(1);
        }
    }

    /// A group may have a hundred thousand of them, and each would be asked for its groups before they are in order.
    @Test
    void membersOfAGroupAreFoundWithNothingBesideThem() {
        var sales = client.group("Sales", client.user("jane"));
        sql.taken();
        client.request()
                .queryParam("filter", "groups.value eq \"" + sales + "\"")
                .get(USERS)
                .then()
                .statusCode(200)
                .body("Resources.groups.display", contains(contains("Sales")));
        assertThat(sql.taken().getFirst().sql()).contains("group_member").doesNotContain("GROUP_CONCAT");
    }

    @Test
    void aUserInNestedGroupsIsReadWithAllOfThemByOneStatementOnceTheseAreKnown() {
        var jane = client.user("jane");
        var team = client.group("Team", jane);
        client.group("Company", team);
        assertThat(groups(jane, "Team direct", "Company indirect")).hasSize(2);
        assertThat(groups(jane, "Team direct", "Company indirect")).hasSize(1);
    }

    @Test
    void aUserInGroupsThatAreNestedDeeperIsReadSo() {
        var jane = client.user("jane");
        var team = client.group("Team", jane);
        var department = client.group("Department", team);
        client.group("Company", department);
        assertThat(groups(jane, "Team direct", "Department indirect", "Company indirect"))
                .hasSize(2);
        assertThat(groups(jane, "Team direct", "Department indirect", "Company indirect"))
                .hasSize(1);
    }

    /// The statements that read a user who is in these groups.
    private List<SqlText> groups(String user, String... expected) {
        sql.taken();
        var shown = client.request()
                .get(USERS + "/" + user)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> names = shown.getList("groups.display");
        List<String> types = shown.getList("groups.type");
        assertThat(IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + " " + types.get(i)))
                .containsExactly(expected);
        return sql.taken();
    }

    @Test
    void whoIsNewIsInNoGroupAndWhoComesBackIsAskedFor() {
        sql.taken();
        var jane = client.postUser("\"userName\":\"jane\",\"active\":false");
        assertThat(sql.taken())
                .isNotEmpty()
                .noneSatisfy(query -> assertThat(query.sql()).contains("group_member"));
        client.group("Sales", GroupClient.id(jane));
        client.postUser("\"userName\":\"jane\"")
                .statusCode(201)
                .body("id", equalTo(GroupClient.id(jane)))
                .body("groups.display", contains("Sales"));
    }

    private int statements(String path, int count) {
        sql.taken();
        client.request()
                .queryParam("count", count)
                .get(path)
                .then()
                .statusCode(200)
                .body("Resources", hasSize(count));
        // A page that is not the last asks for the total as well.
        return (int) sql.taken().stream()
                .filter(query -> !query.sql().contains("resource_total"))
                .count();
    }

    @Test
    void theGroupsOfAMemberAreFoundByTheMember() {
        var member = client.user("jane");
        var group = client.group("Sales", member);
        fillOtherGroups();
        sql.taken();
        client.search(GROUPS, "members.value eq \"" + member + "\"").body("Resources.id", contains(group));
        var search = sql.taken().stream()
                .filter(query -> query.sql().contains("EXISTS (SELECT 1 FROM group_member"))
                .findFirst()
                .orElseThrow();
        assertThat(plan(search)).contains("group_member_member");
    }

    private void fillOtherGroups() {
        var rows = new ArrayList<List<Object>>();
        for (var i = 0; i < 300; i++) {
            rows.add(List.of(ResourceIds.bytes(id(100_000 + i)), ResourceIds.bytes(organization), "{}", "{}"));
        }
        sql.batch(
                "INSERT INTO scim_group (id, organization_id, created, last_modified, version, document, search_document)"
                        + " VALUES (?, ?, 0, 0, 1, ?, ?)",
                rows);
        var members = new ArrayList<List<Object>>();
        for (var i = 0; i < 3_000; i++) {
            members.add(List.of(
                    ResourceIds.bytes(organization),
                    ResourceIds.bytes(id(100_000 + i % 300)),
                    ResourceIds.bytes(id(200_000 + i))));
        }
        sql.batch(
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, 'User')",
                members);
        sql.query(SqlText.of("ANALYZE TABLE group_member, scim_group"), row -> row.getString(1));
    }

    /// An identifier of this organization alone.
    private UUID id(long number) {
        return new UUID(organization.getLeastSignificantBits(), number);
    }

    private List<String> plan(SqlText query) {
        return sql.query(query.within("EXPLAIN ", ""), row -> String.valueOf(row.getString("key")));
    }

    @Test
    void aLargeGroupIsReplacedAndReadInOneGo() {
        var rows = new ArrayList<List<Object>>();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 12_000; i++) {
            var id = id(i);
            ids.add(id.toString());
            rows.add(List.of(
                    ResourceIds.bytes(id),
                    ResourceIds.bytes(organization),
                    "user" + i,
                    "user" + i,
                    "{\"userName\":\"user" + i + "\"}"));
        }
        sql.batch(
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, created, last_modified, version,"
                        + " document, search_document) VALUES (?, ?, ?, ?, 0, 0, 1, ?, '{}')",
                rows);
        var group = client.group("All");
        client.putGroup(group, "All", GroupClient.values(ids.toArray(String[]::new)))
                .statusCode(200)
                .header("ETag", "W/\"2\"")
                .body("members", hasSize(12_000));
        sql.taken();
        client.patch(
                        group,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + ids.getFirst() + "\"}]},"
                                + "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + ids.getLast() + "\\\"]\"}")
                .statusCode(204)
                .header("ETag", "W/\"3\"");
        assertThat(sql.taken()).hasSizeLessThan(5);
        client.request()
                .header("Prefer", "return=representation")
                .body(GroupClient.patchOf("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"All\"}"))
                .patch(GROUPS + "/" + group)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"3\"")
                .header("Preference-Applied", "return=representation")
                .body("members", hasSize(11_999));
        client.search(GROUPS, "members.value eq \"" + ids.getLast() + "\"").body("totalResults", equalTo(0));
        client.putGroup(group, "All", GroupClient.values(ids.getFirst()))
                .header("ETag", "W/\"4\"")
                .body("members", hasSize(1));
    }
}
