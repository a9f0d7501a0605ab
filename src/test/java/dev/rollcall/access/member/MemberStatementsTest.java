package dev.rollcall.access.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.access.mapping.MappingPreviews;
import dev.rollcall.access.mapping.PlannedMapping;
import dev.rollcall.access.person.MemberState;
import dev.rollcall.access.testing.AccessRows;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.sql.RecordingSql;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How many statements members and previews take, and that none of them reads an organization.
@QuarkusTest
class MemberStatementsTest {
    private final List<SqlText> ofSnapshots = new ArrayList<>();
    private final RecordingSql sql;
    private Runnable meanwhile = () -> {};
    private final Organizations organizations;
    private final AccessRows rows;
    private final Members members;
    private final MappingPreviews previews;
    private UUID organization = UUID.randomUUID();
    private UUID team = UUID.randomUUID();
    private UUID role = UUID.randomUUID();
    private UUID small = UUID.randomUUID();
    private UUID large = UUID.randomUUID();

    MemberStatementsTest(
            DataSource dataSource,
            Organizations organizations,
            AccessRows rows,
            Members members,
            MappingPreviews previews) {
        this.sql = new RecordingSql(dataSource) {
            @Override
            protected void beforeSnapshotQuery(SqlText query) {
                ofSnapshots.add(query);
                if (ofSnapshots.size() > 1) {
                    meanwhile.run();
                }
            }
        };
        this.organizations = organizations;
        this.rows = rows;
        this.members = members;
        this.previews = previews;
    }

    @BeforeEach
    void fill() {
        organization =
                organizations.add("Acme " + UUID.randomUUID(), Plan.ENTERPRISE).id();
        team = rows.team(organization, "EMEA");
        role = rows.role(organization, "Editor", 2);
        small = rows.group(organization, "Small");
        large = rows.group(organization, "Large");
        rows.users(organization, 10, small);
        rows.users(organization, 2_000, large);
        sql.query(
                SqlText.of("ANALYZE TABLE scim_user, group_member, person, member_grant, group_mapping"),
                row -> row.getString(1));
        QuarkusMock.installMockForType(sql, Sql.class);
    }

    @Test
    void aPreviewOfAGroupTakesAsManyStatementsHoweverLargeItIs() {
        var ofTen = previewed(small);
        var ofMany = previewed(large);

        assertThat(ofMany).isEqualTo(ofTen).isLessThan(20);
    }

    private int previewed(UUID group) {
        ofSnapshots.clear();
        sql.taken();
        var preview = previews.preview(organization, List.of(new PlannedMapping(group, team, role)), List.of());
        assertThat(preview.affected()).isGreaterThanOrEqualTo(10);
        assertThat(preview.people()).isNotEmpty();
        assertThat(sql.taken()).isEmpty();
        return ofSnapshots.size();
    }

    @Test
    void aPreviewIsOfOneMomentWhateverBecomesOfItsGroup() {
        meanwhile = () -> {
            rows.users(organization, 3, small);
            rows.mapping(
                    organization,
                    small,
                    rows.team(organization, UUID.randomUUID().toString()),
                    role);
        };

        var preview = previews.preview(organization, List.of(new PlannedMapping(small, team, role)), List.of());

        assertThat(preview.affected()).isEqualTo(10);
        assertThat(preview.people()).hasSize(10).allSatisfy(person -> {
            assertThat(person.before()).isEmpty();
            assertThat(person.after()).hasSize(1);
        });
    }

    @Test
    void aPageTakesAsManyStatementsForOneMemberAsForMany() {
        rows.mapping(organization, large, team, role);

        assertThat(paged(200)).isEqualTo(paged(1)).isLessThan(10);
    }

    private int paged(int limit) {
        sql.taken();
        var page = members.page(organization, filter(null, null, null), List.of(), limit);
        assertThat(page.members()).hasSize(limit);
        return sql.taken().size();
    }

    @Test
    void pagesReadNoMoreThanTheyShow() {
        rows.mapping(organization, small, team, role);
        for (var filter : List.of(
                filter(null, null, null),
                filter(MemberState.ACTIVE, null, null),
                filter(MemberState.INACTIVE, null, null),
                filter(MemberState.DELETED, null, null),
                filter(null, role, null),
                filter(null, null, "0"))) {
            sql.taken();
            var first = members.page(organization, filter, List.of(), 20);
            if (!first.next().isEmpty()) {
                members.page(organization, filter, first.next(), 20);
            }
            var taken = sql.taken();
            assertThat(taken).isNotEmpty();
            for (var query : taken) {
                assertThat(readRows(query))
                        .as(filter + ": " + query.sql())
                        .isLessThan(filter.asksForGrants() ? 300 : 200);
            }
        }
    }

    @Test
    void anAddressIsLookedUpInIndexes() {
        var address = members.page(organization, filter(null, null, null), List.of(), 1)
                .members()
                .getFirst()
                .email();
        sql.taken();

        assertThat(members.holders(organization, String.valueOf(address))).hasSize(1);

        var taken = sql.taken();
        assertThat(taken).hasSizeLessThan(10);
        for (var query : taken) {
            assertThat(readRows(query)).as(query.sql()).isLessThan(20);
        }
    }

    @Test
    void aSearchReadsItsIndexesInTheirOrder() {
        var search = NameSearch.of(sql, organization, "0");
        for (var source = 0; source < NameSearch.SOURCES; source++) {
            for (var after : Arrays.asList(null, new NameSearch.Hit(source, "01", organization))) {
                var extra = sql.query(
                        search.statement(source, after, 20).within("EXPLAIN ", ""), row -> row.getString("Extra"));
                assertThat(extra).noneMatch(text -> text.contains("filesort"));
            }
        }
    }

    /// The most rows that the statement reads of a table.
    private long readRows(SqlText query) {
        var read = sql.query(query.within("ANALYZE ", ""), row -> row.getDouble("r_rows"));
        return read.stream().mapToLong(Math::round).max().orElse(0);
    }

    private static MemberFilter filter(@Nullable MemberState state, @Nullable UUID role, @Nullable String search) {
        return new MemberFilter(state, null, role, null, search, false);
    }
}
