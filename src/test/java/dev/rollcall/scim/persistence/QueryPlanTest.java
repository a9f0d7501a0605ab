package dev.rollcall.scim.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The planner takes the index that is meant for each query that clients really send, for the very statements
/// that are sent: an `ORDER BY id LIMIT` must not make it walk through an organization.
@QuarkusTest
class QueryPlanTest {
    private static final String BASE_URI = "https://scim.example/scim/v2";
    private static final int USERS = 4_000;
    private static final int FEW = 20;

    private static @Nullable UUID filled;

    private final Sql sql;
    private final UserRows rows;
    private final IndexedTables indexed;
    private final TestTokens tokens;
    private UUID organization = new UUID(0, 0);

    QueryPlanTest(Sql sql, UserRows rows, IndexedTables indexed, TestTokens tokens) {
        this.sql = sql;
        this.rows = rows;
        this.indexed = indexed;
        this.tokens = tokens;
    }

    /// A line of EXPLAIN.
    private record Step(String table, String key, long rows, String extra) {}

    @BeforeEach
    void fill() {
        if (filled == null) {
            var other = tokens.anOrganization().issue().organizationId();
            rows.insert(
                    other, IntStream.range(0, FEW).mapToObj(i -> user(other, i)).toList());
            var made = tokens.anOrganization().issue().organizationId();
            rows.insert(
                    made, IntStream.range(0, USERS).mapToObj(i -> user(made, i)).toList());
            sql.query(SqlText.of("ANALYZE TABLE scim_user, resource_value"), row -> row.getString(1));
            filled = made;
        }
        organization = filled;
    }

    @AfterEach
    void forgetIndexes() {
        indexed.forget();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"user-77\"                                              | r=scim_user_user_name",
                "externalId eq \"external-77\"                                        | r=scim_user_external_id",
                "displayName eq \"User 77\"                                           | r=scim_user_display_name",
                "userName eq \"user-77\" and active eq true                           | r=scim_user_user_name",
                "externalId eq \"external-77\" and userName sw \"user\"               | r=scim_user_external_id",
                "id eq \"ID-77\"                                                        | r=scim_user_page",
                "emails.value eq \"user-77@example.com\"                              | v=resource_value_key,r=scim_user_page",
                "emails eq \"user-77@example.com\" and active eq true                 | v=resource_value_key,r=scim_user_page,r=scim_user_active",
                "emails[type eq \"work\" and value eq \"user-77@example.com\"]        | v=resource_value_key,r=scim_user_page",
                "emails[type eq \"work\"].value eq \"user-77@example.com\"            | v=resource_value_key,r=scim_user_page",
            })
    void aLookUpTakesItsIndex(String filter, String keys) {
        var condition = new FilterResolver(EveryType.USER, Tolerances.of(ConformanceMode.STRICT))
                .resolve(FilterParser.parse(
                        filter.replace("ID-77", id(organization, 77).toString()),
                        Tolerances.of(ConformanceMode.STRICT)));
        for (var sortBy : new String[] {"", "userName", "emails.value"}) {
            var steps = explain(search(condition, sortBy), new Slice(null, false, 0, 200));
            assertThat(steps).as("%s by %s: %s", filter, sortBy, steps).allSatisfy(step -> {
                if (step.table().equals("r") || step.table().equals("v")) {
                    assertThat(keys.split(",")).contains(step.table() + "=" + step.key());
                    assertThat(step.rows()).isLessThan(FEW);
                }
            });
        }
    }

    @Test
    void pagesByIdentifierReadNoMoreThanTheyShow() {
        var search = search(Condition.ALL, "");
        var from = new Position(null, id(organization, 900));
        for (var slice : List.of(
                new Slice(null, false, 0, 101), new Slice(from, false, 0, 101), new Slice(from, true, 0, 101))) {
            assertThat(explain(search, slice)).singleElement().satisfies(step -> {
                assertThat(step.key()).isEqualTo("scim_user_page");
                assertThat(step.extra()).doesNotContain("filesort");
            });
            assertThat(readRows(search, slice)).isLessThan(150);
        }
    }

    @Test
    void pagesByUserNameReadNoMoreThanTheyShow() {
        var search = search(Condition.ALL, "userName");
        var from = new Position("user-2", id(organization, 900));
        for (var slice : List.of(
                new Slice(null, false, 0, 101), new Slice(from, false, 0, 101), new Slice(from, true, 0, 101))) {
            assertThat(explain(search, slice)).singleElement().satisfies(step -> {
                assertThat(step.key()).isEqualTo("scim_user_user_name");
                assertThat(step.extra()).doesNotContain("filesort");
            });
            assertThat(readRows(search, slice)).isLessThan(150);
        }
    }

    @Test
    void pagesOfTheActiveReadNoMoreThanTheyShow() {
        var search = search(active(true), "");
        var from = new Position(null, id(organization, 900));
        for (var slice : List.of(
                new Slice(null, false, 0, 101), new Slice(from, false, 0, 101), new Slice(from, true, 0, 101))) {
            assertThat(explain(search, slice)).singleElement().satisfies(step -> {
                assertThat(step.key()).isEqualTo("scim_user_active");
                assertThat(step.extra()).doesNotContain("filesort");
            });
            assertThat(readRows(search, slice)).isLessThan(150);
        }
    }

    /// A place is found on the index, and no row is read for it.
    @ParameterizedTest
    @CsvSource({
        "'', '', scim_user_page",
        "true, '', scim_user_active",
        "false, '', scim_user_active",
        "'', userName, scim_user_user_name"
    })
    void aPlaceIsFoundOnAnIndexAlone(String active, String sortBy, String index) {
        var search = search(active.isEmpty() ? Condition.ALL : active(Boolean.parseBoolean(active)), sortBy);
        assertThat(ResourceSearch.isWalkedAlongAnIndex(search)).isTrue();
        for (var backwards : new boolean[] {false, true}) {
            var statement = new SearchSql(search).place(new Slice(null, backwards, 1_000, 1));
            assertThat(explained(statement)).singleElement().satisfies(step -> {
                assertThat(step.key()).isEqualTo(index);
                assertThat(step.extra()).contains("Using index").doesNotContain("filesort", "Using index condition");
            });
        }
    }

    /// An attribute that is indexed by configuration, which a few have, is found by its index whatever the order is.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "displayName sw \"user 77\"",
                "displayName gt \"user 99\" and active eq true",
                "emails.type eq \"other\"",
                "emails[type eq \"other\" and value co \"example\"]",
                "title pr",
                "title le \"b\"",
            })
    void fewAreFoundByTheIndexOfAnAttribute(String filter) {
        var table = indexed();
        var mode = Tolerances.of(ConformanceMode.STRICT);
        var condition = new FilterResolver(EveryType.USER, mode).resolve(FilterParser.parse(filter, mode));
        for (var sortBy : new String[] {"", "userName"}) {
            var statement = new SearchSql(search(table, condition, sortBy)).slice(new Slice(null, false, 0, 200));
            assertThat(explained(statement)).as(filter + " by " + sortBy).anySatisfy(step -> {
                assertThat(step.table()).isEqualTo("i");
                assertThat(step.key()).isEqualTo("PRIMARY");
                assertThat(step.rows()).isLessThan(USERS / 4);
            });
            assertThat(readRows(statement)).as(filter + " by " + sortBy).isLessThan(USERS);
        }
    }

    @Test
    void pagesInTheOrderOfAnIndexedAttributeReadNoMoreThanTheyShow() {
        var table = indexed();
        for (var condition : List.of(Condition.ALL, active(true))) {
            var search = search(table, condition, "displayName");
            var from = new Position("user 2", id(organization, 900));
            for (var slice : List.of(
                    new Slice(null, false, 0, 101), new Slice(from, false, 0, 101), new Slice(from, true, 0, 101))) {
                assertThat(explain(search, slice)).allSatisfy(step -> {
                    assertThat(step.key()).isEqualTo("PRIMARY");
                    assertThat(step.extra()).doesNotContain("filesort");
                });
                assertThat(readRows(search, slice)).isLessThan(150);
            }
        }
    }

    /// The table with everything indexed, and a few of another kind.
    private ResourceTable indexed() {
        var table = indexed.of(UserRows.TABLE, Set.of("displayName", "emails.type", "title"));
        for (var attribute : sql.query(SqlText.of("SELECT id FROM indexed_attribute"), row -> row.getInt(1))) {
            sql.update(SqlText.of(
                    "UPDATE scim_user SET indexed = ? WHERE organization_id = ?",
                    attribute,
                    ResourceIds.bytes(organization)));
        }
        sql.query(SqlText.of("ANALYZE TABLE indexed_value"), row -> row.getString(1));
        return table;
    }

    private static Condition active(boolean active) {
        var mode = Tolerances.of(ConformanceMode.STRICT);
        return new FilterResolver(EveryType.USER, mode).resolve(FilterParser.parse("active eq " + active, mode));
    }

    @Test
    void aCountWithALimitReadsNoMoreThanThat() {
        var search = search(Condition.ALL, "");
        var statement = new SearchSql(search).count(100 + 1);
        var read = sql.query(statement.within("ANALYZE ", ""), row -> row.getDouble("r_rows"));

        assertThat(read).allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(100 + 1));
    }

    private Search search(Condition condition, String sortBy) {
        return search(UserRows.TABLE, condition, sortBy);
    }

    private Search search(ResourceTable table, Condition condition, String sortBy) {
        var attribute =
                AttributePath.parse(sortBy).flatMap(EveryType.USER::resolve).orElse(null);
        var type = new Search.OfType(table, condition, attribute);
        return new Search(organization, BASE_URI, List.of(type), attribute != null, false);
    }

    private List<Step> explain(Search search, Slice slice) {
        return explained(new SearchSql(search).slice(slice));
    }

    private List<Step> explained(SqlText statement) {
        return sql.query(
                statement.within("EXPLAIN ", ""),
                row -> new Step(
                        String.valueOf(row.getString("table")),
                        String.valueOf(row.getString("key")),
                        row.getLong("rows"),
                        String.valueOf(row.getString("Extra"))));
    }

    /// How many rows the statement really reads.
    private long readRows(Search search, Slice slice) {
        return readRows(new SearchSql(search).slice(slice));
    }

    private long readRows(SqlText statement) {
        return sql.query(statement.within("ANALYZE ", ""), row -> row.getDouble("r_rows")).stream()
                .mapToLong(Math::round)
                .sum();
    }

    private static ScimResource user(UUID organization, int number) {
        var isOther = number % (USERS / FEW) == 7;
        var attributes = ScimValue.object(Map.of(
                "userName", ScimValue.of("user-" + number),
                "externalId", ScimValue.of("external-" + number),
                "displayName", ScimValue.of("User " + number),
                "active", ScimValue.of(true),
                "emails",
                        ScimValue.array(ScimValue.object(Map.of(
                                "value", ScimValue.of("user-" + number + "@example.com"),
                                "type", ScimValue.of(isOther ? "other" : "work"))))));
        var titled = isOther ? attributes.with("title", ScimValue.of("A title")) : attributes;
        var created = Instant.parse("2026-01-31T10:00:00Z").plusMillis(number);
        return new ScimResource(
                EveryType.USER,
                id(organization, number).toString(),
                titled,
                new ScimResource.Meta(created, created, 1));
    }

    private static UUID id(UUID organization, int number) {
        return new UUID(organization.getMostSignificantBits(), Long.MIN_VALUE | number);
    }
}
