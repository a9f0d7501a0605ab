package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.rollcall.scim.search.ResourceView;
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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A change of a group with 20,000 members takes the statements, and has them read the rows, of the same change
/// of a group with ten, in a database in which groups and organizations are small on average.
@QuarkusTest
class LargeGroupCostTest {
    private static final int FEW = 10;
    private static final int MANY = 20_000;
    private static final int OTHER_GROUPS = 3_000;
    private static final int BOUND = 200;

    private final TestTokens tokens;
    private final RecordingSql sql;
    private GroupClient client = new GroupClient("");
    private MemberRows rows;
    private String small = "";
    private String large = "";

    LargeGroupCostTest(TestTokens tokens, DataSource dataSource) {
        this.tokens = tokens;
        this.sql = new RecordingSql(dataSource);
        this.rows = new MemberRows(sql, new UUID(0, 0));
    }

    @BeforeEach
    void groups() {
        var token = tokens.anOrganization().issue();
        client = new GroupClient(token.bearer());
        rows = new MemberRows(sql, token.organizationId());
        QuarkusMock.installMockForType(sql, Sql.class);
        rows.users(0, MANY + FEW);
        small = client.group("Small");
        large = client.group("Large");
        rows.members(small, 0, FEW);
        rows.members(large, 0, MANY);
        rows.otherGroups(OTHER_GROUPS);
        rows.analyze();
    }

    @Test
    void changesCostWhatTheyChange() {
        for (var operation : List.of(
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + rows.id(MANY + 1) + "\"}]}",
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + rows.id(2) + "\\\"]\"}",
                "{\"op\":\"remove\",\"path\":\"members\",\"value\":[{\"value\":\"" + rows.id(3) + "\"},{\"value\":\""
                        + rows.id(4) + "\"}]}",
                "{\"op\":\"replace\",\"path\":\"members[value eq \\\"" + rows.id(5) + "\\\"].value\",\"value\":\""
                        + rows.id(5) + "\"}",
                "{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(FEW - 5, FEW) + "}",
                "{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(MANY + 2, MANY + 6) + "}")) {
            assertThat(statements(large, operation))
                    .as(operation)
                    .hasSameSizeAs(statements(small, operation))
                    .allSatisfy(statement ->
                            assertThat(rowsOf(statement)).as(statement.sql()).isLessThan(BOUND));
        }
    }

    @Test
    void noMoreMembersThanAnAnswerMayHoldAreCountedAndNoneRead() {
        sql.taken();
        client.patch(large, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + rows.id(1) + "\"}]}")
                .statusCode(204);
        assertThat(sql.taken())
                .filteredOn(query -> query.sql().contains("group_member"))
                .anySatisfy(query -> {
                    assertThat(query.sql()).startsWith("SELECT COUNT(*)").contains("LIMIT ?");
                    assertThat(query.values()).last().isEqualTo(ResourceView.RESOURCE_ELEMENTS + 1);
                })
                .noneSatisfy(query -> assertThat(query.sql()).contains("m.member_type, CASE"));
    }

    @Test
    void aMemberIsLookedUp() {
        sql.taken();
        client.search(
                        GROUPS + "?excludedAttributes=members",
                        "members[value eq \"" + rows.id(7) + "\" and type eq \"User\"]")
                .body("Resources", hasSize(2));
        assertThat(sql.taken())
                .filteredOn(query -> query.sql().contains("group_member"))
                .isNotEmpty()
                .allSatisfy(query -> assertThat(rowsOf(query)).as(query.sql()).isLessThan(BOUND));
    }

    @Test
    void whoLeavesIsTakenOutOfTheGroupsAlone() {
        sql.taken();
        sql.takenUpdates();
        client.request().delete(USERS + "/" + rows.id(1)).then().statusCode(204);
        var statements =
                Stream.concat(sql.taken().stream(), sql.takenUpdates().stream()).toList();
        assertThat(statements)
                .anySatisfy(statement -> assertThat(statement.sql()).contains("DELETE FROM group_member"))
                .filteredOn(statement -> statement.sql().contains("group_member"))
                .allSatisfy(statement ->
                        assertThat(rowsOf(statement)).as(statement.sql()).isLessThan(BOUND));
        client.read(large).header("ETag", "W/\"2\"").body("members", hasSize(MANY - 1));
        client.read(small).header("ETag", "W/\"2\"").body("members", hasSize(FEW - 1));
    }

    @Test
    void groupsThatAreLockedAreLookedUpOneByOne() {
        for (var count : List.of(1, 2, 50, 500)) {
            var values = new ArrayList<Object>();
            IntStream.range(0, count).forEach(number -> values.add(ResourceIds.bytes(rows.otherGroup(number))));
            values.add(ResourceIds.bytes(rows.organization()));
            var plan = sql.query(
                    new SqlText("EXPLAIN " + GroupRepository.locking(count), values),
                    row -> row.getString("table") + " " + row.getString("type") + " " + row.getString("key"));
            assertThat(plan).as(count + " groups").contains("g eq_ref PRIMARY");
        }
    }

    @Test
    void whoLeavesManyGroupsIsTakenOutOfEach() {
        rows.intoOtherGroups(8, 600);
        client.request().delete(USERS + "/" + rows.id(8)).then().statusCode(204);
        for (var number : List.of(0, 499, 500, 599)) {
            client.read(rows.otherGroup(number).toString()).statusCode(200).header("ETag", "W/\"2\"");
        }
        client.read(rows.otherGroup(600).toString()).header("ETag", "W/\"1\"");
    }

    @Test
    void whatDoesNotChangeIsNotWritten() {
        var all = IntStream.range(0, MANY).mapToObj(number -> rows.id(number).toString());
        sql.takenUpdates();
        client.putGroup(large, "Large", GroupClient.values(all.toArray(String[]::new)))
                .statusCode(200)
                .header("ETag", "W/\"1\"")
                .body("members", hasSize(MANY));
        assertThat(sql.takenUpdates()).isEmpty();
    }

    @Test
    void aReplacementWritesItsDifference() {
        var others =
                IntStream.range(3, MANY + 2).mapToObj(number -> rows.id(number).toString());
        sql.taken();
        sql.takenUpdates();
        client.putGroup(large, "Large", GroupClient.values(others.toArray(String[]::new)))
                .statusCode(200)
                .header("ETag", "W/\"2\"")
                .body("members", hasSize(MANY - 1));
        assertThat(sql.takenUpdates())
                .extracting(SqlText::sql)
                .filteredOn(statement -> statement.contains("group_member"))
                // Whether a group goes, which others would have to know.
                .filteredOn(statement -> !statement.contains("INTO group_epoch"))
                .hasSize(2);
        assertThat(sql.taken()).hasSizeLessThan(15);
    }

    private String values(int from, int to) {
        return GroupClient.values(IntStream.range(from, to)
                .mapToObj(number -> rows.id(number).toString())
                .toArray(String[]::new));
    }

    private List<SqlText> statements(String group, String operation) {
        sql.taken();
        sql.takenUpdates();
        client.request()
                .header("Prefer", "return=minimal")
                .body(GroupClient.patchOf(operation))
                .patch(GROUPS + "/" + group)
                .then()
                .statusCode(204);
        var statements = new ArrayList<>(sql.taken());
        statements.addAll(sql.takenUpdates());
        return statements;
    }

    /// How many rows the planner expects a statement to read; those of the groups that are named are not
    /// estimated but counted in the index.
    private long rowsOf(SqlText statement) {
        if (statement.sql().startsWith("INSERT")) {
            return 0;
        }
        return sql
                .query(statement.within("EXPLAIN ", ""), row -> {
                    var isWholePrefix = "ref".equals(row.getString("type"))
                            && "m".equals(row.getString("table"))
                            && "PRIMARY".equals(row.getString("key"));
                    return isWholePrefix ? MANY : row.getLong("rows");
                })
                .stream()
                .mapToLong(Number::longValue)
                .max()
                .orElse(0);
    }
}
