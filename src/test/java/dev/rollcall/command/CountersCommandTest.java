package dev.rollcall.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountersCommandTest {
    private final Commands commands;
    private final TestTokens tokens;
    private final Sql sql;

    CountersCommandTest(Commands commands, TestTokens tokens, Sql sql) {
        this.commands = commands;
        this.tokens = tokens;
        this.sql = sql;
    }

    @Test
    void findsAWrongTotalAndMakesItRight() {
        var organization = tokens.anOrganization().issue().organizationId();
        var id = organization.toString();
        sql.update(SqlText.of(
                "INSERT INTO scim_group (id, organization_id, created, last_modified, version, document, search_document)"
                        + " VALUES (UNHEX(MD5(?)), ?, 1, 1, 1, '{}', '{}')",
                id,
                ResourceIds.bytes(organization)));
        assertThat(CommandRun.of(commands, "counters", "verify", id).exitCode()).isZero();
        sql.update(SqlText.of("UPDATE resource_total SET resources = 5 WHERE organization_id = ?", (Object)
                ResourceIds.bytes(organization)));

        var found = CommandRun.of(commands, "counters", "verify", id, "--json");
        var mended = CommandRun.of(commands, "counters", "rebuild", id, "--json");

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out())
                .contains("\"resourceType\":\"Group\"", "\"resources\":\"1\"", "\"keptResources\":\"5\"");
        assertThat(mended.exitCode()).isZero();
        assertThat(mended.out()).isEqualTo(found.out());
        assertThat(CommandRun.of(commands, "counters", "verify", id).exitCode()).isZero();
    }

    @Test
    void goesThroughAllOrganizations() {
        var id = tokens.anOrganization().issue().organizationId().toString();
        sql.update(SqlText.of(
                "INSERT INTO resource_total (organization_id, resource_type, slot, resources, active, inactive)"
                        + " VALUES (UNHEX(REPLACE(?, '-', '')), 'User', 0, 3, 0, 0)",
                id));

        assertThat(CommandRun.of(commands, "counters", "rebuild").out()).contains(id);
        assertThat(CommandRun.of(commands, "counters", "verify").out()).doesNotContain(id);
    }
}
