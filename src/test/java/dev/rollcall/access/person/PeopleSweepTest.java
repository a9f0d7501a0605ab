package dev.rollcall.access.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleSweepTest {
    private static final int MORE_THAN_A_SLICE = 450;

    private final TestTokens tokens;
    private final PeopleSweep sweep;
    private final Sql sql;

    PeopleSweepTest(TestTokens tokens, PeopleSweep sweep, Sql sql) {
        this.tokens = tokens;
        this.sweep = sweep;
        this.sql = sql;
    }

    @Test
    void deletedPeopleGoWithTheirGrantsWhenTheirTimeIsOver() {
        var organization = ResourceIds.bytes(tokens.anOrganization().issue().organizationId());
        var role = ResourceIds.bytes(UUID.randomUUID());
        sql.update(SqlText.of(
                "INSERT INTO role (id, organization_id, name, scope, role_rank, admin, created, version)"
                        + " VALUES (?, ?, 'Auditor', 'ORGANIZATION', 1, FALSE, 1, 1)",
                role,
                organization));
        for (var i = 0; i < MORE_THAN_A_SLICE; i++) {
            add(organization, role, 1);
        }
        add(organization, role, Long.MAX_VALUE);

        sweep.run();

        assertThat(count("person", organization)).isOne();
        assertThat(count("member_grant", organization)).isOne();
    }

    private void add(byte[] organization, byte[] role, long purge) {
        var id = ResourceIds.bytes(UUID.randomUUID());
        sql.update(SqlText.of(
                "INSERT INTO person (id, organization_id, origin, state, email, made_by, created, changed, deleted,"
                        + " purge_at, version) VALUES (?, ?, 'SCIM', 'DELETED', '', '', 1, 1, 1, ?, 1)",
                id,
                organization,
                purge));
        sql.update(SqlText.of(
                "INSERT INTO member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)"
                        + " VALUES (?, ?, ?, ?, ?, 'somebody', 1)",
                ResourceIds.bytes(UUID.randomUUID()),
                organization,
                id,
                organization,
                role));
    }

    private int count(String table, byte[] organization) {
        return sql.query(
                        SqlText.of(
                                "SELECT COUNT(*) FROM " + table + " WHERE organization_id = ?", (Object) organization),
                        row -> row.getInt(1))
                .getFirst();
    }
}
