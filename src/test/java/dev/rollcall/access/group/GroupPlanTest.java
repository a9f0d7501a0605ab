package dev.rollcall.access.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A page of groups reads no more than it shows, wherever it is.
@QuarkusTest
class GroupPlanTest {
    private static final int LIMIT = 21;

    /// With the row of each group, what it gives, and what the database reads ahead.
    private static final int MOST_READ = 4 * LIMIT;

    private final TestTokens tokens;
    private final Sql sql;
    private final IdpGroups groups;
    private final DataSource dataSource;
    private UUID organization;

    GroupPlanTest(TestTokens tokens, Sql sql, IdpGroups groups, DataSource dataSource) {
        this.tokens = tokens;
        this.sql = sql;
        this.groups = groups;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void manyGroups() {
        organization = tokens.anOrganization().issue().organizationId();
        fill("CONCAT('group-', seq)", 3_000);
        fill("'namesake'", 3_000);
        fill("NULL", 100);
        sql.query(SqlText.of("ANALYZE TABLE scim_group, group_mapping"), row -> row.getString(1));
    }

    private void fill(String name, int count) {
        sql.update(SqlText.of(
                "INSERT INTO scim_group (id, organization_id, display_name_key, created, last_modified, version, document,"
                        + " search_document) SELECT UNHEX(MD5(CONCAT(seq, ?))), ?, " + name
                        + ", 1, 1, 1, '{\"displayName\":\"x\"}', '{}' FROM seq_1_to_" + count,
                name + organization,
                ResourceIds.bytes(organization)));
    }

    @Test
    void pagesReadNoMoreThanTheyShow() {
        var middle = UUID.fromString("7fffffff-ffff-ffff-ffff-ffffffffffff");
        for (var mapped : new @Nullable Boolean[] {null, false}) {
            var all = new GroupQuery(organization, new GroupFilter(mapped, null));
            assertThat(read(all.named(null, LIMIT))).isLessThan(MOST_READ);
            assertThat(read(all.named(new GroupPosition("group-2", middle), LIMIT)))
                    .isLessThan(MOST_READ);
            assertThat(read(all.named(new GroupPosition("namesake", middle), LIMIT)))
                    .isLessThan(MOST_READ);
            assertThat(read(all.unnamed(null, LIMIT))).isLessThan(MOST_READ);
            assertThat(read(all.unnamed(middle, LIMIT))).isLessThan(MOST_READ);
            var found = new GroupQuery(organization, new GroupFilter(mapped, "Name"));
            assertThat(read(found.named(null, LIMIT))).isLessThan(MOST_READ);
            assertThat(read(found.named(new GroupPosition("namesake", middle), LIMIT)))
                    .isLessThan(MOST_READ);
        }
    }

    @Test
    void whatIsMappedIsLookedUpFromItsMappings() {
        var mapped = new GroupQuery(organization, new GroupFilter(true, null));

        assertThat(read(mapped.named(null, LIMIT))).isLessThan(MOST_READ);
    }

    private long read(SqlText query) {
        var steps = sql.query(
                query.within("ANALYZE ", ""),
                row -> row.getObject("r_rows") == null ? 0 : Math.round(row.getDouble("r_rows")));
        return steps.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void aPageTakesAsManyStatementsAsOneGroup() {
        var recording = new RecordingSql(dataSource);
        QuarkusMock.installMockForType(recording, Sql.class);
        var filter = new GroupFilter(null, null);

        var one = groups.page(organization, filter, null, 1);
        var forOne = recording.taken().size();
        var many = groups.page(organization, filter, null, 200);

        assertThat(List.of(one.size(), many.size())).containsExactly(1, 200);
        assertThat(recording.taken()).hasSize(forOne).hasSizeLessThanOrEqualTo(3);
    }
}
