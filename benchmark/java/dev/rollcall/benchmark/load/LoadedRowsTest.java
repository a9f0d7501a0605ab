package dev.rollcall.benchmark.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmark.data.Directory;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is loaded is, row for row and column for column, what requests would have stored. Only what the service
/// makes up by itself differs: identifiers and times.
@QuarkusTest
class LoadedRowsTest {
    private static final int USERS = 40;
    private static final List<String> MADE_UP = List.of(
            "id",
            "organization_id",
            "connection_id",
            "credential_id",
            "request_id",
            "method",
            "path",
            "duration",
            "product",
            "resource_id",
            "group_id",
            "created",
            "last_modified",
            "occurred",
            // The managers of those who are posted are users of the other organization, and the events say so.
            "detail",
            "tolerances");

    private final TestTokens tokens;
    private final DataSource database;
    private Directory directory = new Directory(1, "", 1);

    LoadedRowsTest(TestTokens tokens, DataSource database) {
        this.tokens = tokens;
        this.database = database;
    }

    @BeforeEach
    void load() throws SQLException {
        directory = new Directory(7, "loaded-" + UUID.randomUUID(), USERS);
        try (var writer = new Writer(database.getConnection())) {
            new DirectoryRows(directory, rows -> write(writer, rows)).all();
        }
    }

    @Test
    void usersAreWhatPostWouldHaveStored() throws SQLException {
        var token = tokens.anOrganization().issue();
        for (var number = 0; number < USERS; number++) {
            post(token, "Users", directory.user(number));
        }

        for (var table : List.of("scim_user", "resource_value", "unique_value", "secret_value", "provisioning_event")) {
            var where = table.equals("provisioning_event") ? " AND resource_type = 'User'" : "";
            assertThat(rows(table, directory.id(), where))
                    .as(table)
                    .isEqualTo(rows(table, token.organizationId(), where));
        }
        assertThat(rows("scim_user", directory.id(), "")).hasSize(USERS);
    }

    @Test
    void groupsAndTheirMembersAreWhatPostWouldHaveStored() throws SQLException {
        var token = tokens.anOrganization().issue();
        var users = new LinkedHashMap<Integer, UUID>();
        for (var number = 0; number < USERS; number++) {
            users.put(number, post(token, "Users", directory.user(number)));
        }
        for (var group = 0; group < directory.groups(); group++) {
            var members = directory
                    .members(group)
                    .mapToObj(number -> (ScimValue)
                            ScimValue.object(Map.of("value", ScimValue.of(String.valueOf(users.get(number))))))
                    .toList();
            post(token, "Groups", directory.group(group).with("members", new ScimValue.MultiValued(members)));
        }

        assertThat(rows("scim_group", directory.id(), ""))
                .hasSize(directory.groups())
                .isEqualTo(rows("scim_group", token.organizationId(), ""));
        assertThat(memberNames(directory.id())).isNotEmpty().isEqualTo(memberNames(token.organizationId()));
    }

    private static UUID post(TestToken token, String endpoint, ScimValue.Complex body) {
        return UUID.fromString(given().header("Authorization", token.bearer())
                .contentType("application/scim+json")
                .body(JsonWriter.bytes(body))
                .post("/scim/v2/" + endpoint)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void write(Writer writer, Rows rows) {
        try {
            writer.write(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> memberNames(UUID organization) throws SQLException {
        return query(
                "SELECT JSON_VALUE(g.document, '$.displayName') g, u.user_name, m.member_type FROM group_member m"
                        + " JOIN scim_group g ON g.id = m.group_id JOIN scim_user u ON u.id = m.member_id"
                        + " WHERE m.organization_id = ?",
                organization);
    }

    private List<String> rows(String table, UUID organization, String where) throws SQLException {
        return query("SELECT * FROM " + table + " WHERE organization_id = ?" + where, organization);
    }

    /// The rows as texts without what the service makes up, in the order of the texts.
    private List<String> query(String sql, UUID organization) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, ResourceIds.bytes(organization));
            var result = statement.executeQuery();
            var columns = result.getMetaData();
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new TreeMap<String, String>();
                for (var i = 1; i <= columns.getColumnCount(); i++) {
                    if (!MADE_UP.contains(columns.getColumnName(i))) {
                        row.put(columns.getColumnName(i), text(result.getObject(i)));
                    }
                }
                rows.add(row.toString());
            }
            return rows.stream().sorted().toList();
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
