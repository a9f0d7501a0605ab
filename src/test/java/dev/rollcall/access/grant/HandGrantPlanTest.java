package dev.rollcall.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page of grants by hand reads no more than it shows, whatever is asked for.
@QuarkusTest
class HandGrantPlanTest {
    private static final int PEOPLE = 3_000;
    private static final int LIMIT = 21;

    /// Each row with its role, its team and its member.
    private static final int MOST_READ = 5 * LIMIT;

    private final TestTokens tokens;
    private final Sql sql;
    private final UUID common = UUID.randomUUID();
    private final UUID rare = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private UUID organization;

    HandGrantPlanTest(TestTokens tokens, Sql sql) {
        this.tokens = tokens;
        this.sql = sql;
    }

    @BeforeEach
    void manyGrants() {
        organization = tokens.anOrganization().issue().organizationId();
        var id = ResourceIds.bytes(organization);
        sql.update(SqlText.of(
                "INSERT INTO team (id, organization_id, name, created, version) VALUES (?, ?, 'T', 1, 1)",
                ResourceIds.bytes(team),
                id));
        role(common);
        role(rare);
        sql.update(SqlText.of(
                "INSERT INTO person (id, organization_id, origin, state, email, made_by, created, changed, version)"
                        + " SELECT UNHEX(MD5(CONCAT(seq, ?))), ?, 'JIT', 'ACTIVE', 'p@example.com', 'x', 1, 1, 1"
                        + " FROM seq_1_to_" + PEOPLE,
                organization.toString(),
                id));
        grants(common, 1);
        grants(rare, 1_000);
        sql.query(SqlText.of("ANALYZE TABLE member_grant, person"), row -> row.getString(1));
    }

    private void role(UUID role) {
        sql.update(SqlText.of(
                "INSERT INTO role (id, organization_id, name, scope, role_rank, admin, created, version)"
                        + " VALUES (?, ?, ?, 'TEAM', 1, FALSE, 1, 1)",
                ResourceIds.bytes(role),
                ResourceIds.bytes(organization),
                role.toString()));
    }

    /// One of so many people has the role.
    private void grants(UUID role, int ofHowMany) {
        sql.update(SqlText.of(
                "INSERT INTO member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)"
                        + " SELECT UNHEX(MD5(CONCAT(HEX(p.id), ?))), p.organization_id, p.id, ?, ?, 'x', 1 FROM person p"
                        + " WHERE p.organization_id = ? AND CRC32(p.id) % ? = 0",
                role.toString(),
                ResourceIds.bytes(team),
                ResourceIds.bytes(role),
                ResourceIds.bytes(organization),
                ofHowMany));
    }

    @Test
    void pagesReadNoMoreThanTheyShow() {
        var middle = UUID.fromString("7fffffff-ffff-ffff-ffff-ffffffffffff");
        for (var role : new @Nullable UUID[] {common, rare, null}) {
            for (var filter : new HandGrantFilter[] {
                new HandGrantFilter(null, null, role), new HandGrantFilter(null, team, role),
            }) {
                assertThat(read(filter, null)).as(filter.toString()).isLessThan(MOST_READ);
                assertThat(read(filter, new HandGrantPosition(middle, middle)))
                        .as(filter.toString())
                        .isLessThan(MOST_READ);
            }
        }
    }

    private long read(HandGrantFilter filter, @Nullable HandGrantPosition after) {
        var query = HandGrantRows.query(organization, filter, after, LIMIT).within("ANALYZE ", "");
        return sql
                .query(query, row -> {
                    assertThat(String.valueOf(row.getString("Extra"))).doesNotContain("filesort");
                    return row.getObject("r_rows") == null ? 0L : Math.round(row.getDouble("r_rows"));
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
