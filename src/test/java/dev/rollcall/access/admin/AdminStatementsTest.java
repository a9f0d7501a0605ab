package dev.rollcall.access.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What it costs an identity provider that the last admin stays.
@QuarkusTest
class AdminStatementsTest {
    private final Callers callers;
    private final TestTokens tokens;
    private final RecordingSql sql;
    private AccessClient client;

    AdminStatementsTest(Callers callers, TestTokens tokens, DataSource dataSource) {
        this.callers = callers;
        this.tokens = tokens;
        this.sql = new RecordingSql(dataSource);
    }

    @BeforeEach
    void recordedStatements() {
        QuarkusMock.installMockForType(sql, Sql.class);
        client = new AccessClient(callers, tokens.anOrganization().issue());
        client.grant(client.user("boss@example.com"), client.adminRole("Admin"));
        sql.taken();
        sql.takenUpdates();
    }

    private List<String> aboutAdmins() {
        return Stream.concat(sql.taken().stream(), sql.takenUpdates().stream())
                .map(SqlText::sql)
                .filter(statement -> statement.contains("member_grant") || statement.contains("admin_guard"))
                // What somebody had goes with them, whoever they were.
                .filter(statement -> !statement.startsWith("DELETE FROM member_grant"))
                .toList();
    }

    @Test
    void whoIsCreatedOrChangedCostsNothing() {
        var user = client.user("jane@example.com");
        client.scimPatch("Users/" + user, Map.of("op", "replace", "path", "title", "value", "Boss"));
        client.group("Sales", user);

        assertThat(aboutAdmins()).isEmpty();
    }

    @Test
    void whoIsNoAdminCostsOneLookUp() {
        var user = client.user("jane@example.com");
        var group = client.group("Sales", user);
        aboutAdmins();

        client.leave(group, user);
        assertThat(aboutAdmins()).hasSize(1);
        client.disable(user);
        assertThat(aboutAdmins()).hasSize(1);
        client.scim().delete("/scim/v2/Users/" + user).then().statusCode(204);
        assertThat(aboutAdmins()).as("who is inactive is nobody's last admin").isEmpty();
        client.scim().delete("/scim/v2/Groups/" + group).then().statusCode(204);
        assertThat(aboutAdmins()).hasSize(1);
    }

    @Test
    void whoIsAnAdminHasTheOthersLookedFor() {
        var user = client.user("jane@example.com");
        client.mapping(client.group("Admins", user), null, client.adminRole("Owner"));
        aboutAdmins();

        client.disable(user).then().statusCode(200);

        assertThat(aboutAdmins())
                .as("whether this is one, that others wait, whether there is another")
                .hasSize(3);
    }
}
