package dev.rollcall.scim.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.RandomUsers;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The in-memory evaluator and the database agree on random users and random filters over every attribute type.
@QuarkusTest
class FilterTranslatorLawTest {
    private static final String BASE_URI = "https://scim.example/scim/v2";
    private static final int USERS = 150;
    private static final int FILTERS = 400;

    private final Sql sql;
    private final UserRows rows;
    private final IndexedTables indexed;
    private final TestTokens tokens;

    FilterTranslatorLawTest(Sql sql, UserRows rows, IndexedTables indexed, TestTokens tokens) {
        this.sql = sql;
        this.rows = rows;
        this.indexed = indexed;
        this.tokens = tokens;
    }

    @AfterEach
    void forgetIndexes() {
        indexed.forget();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7643, 7644, 9865})
    @Proves("FI-001")
    void databaseAndEvaluatorAgree(long seed) {
        agree(seed, UserRows.TABLE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {76_430, 76_440, 98_651})
    @Proves("FI-001")
    void soTheyDoWhereEveryAttributeIsIndexed(long seed) {
        agree(seed, indexed.of(UserRows.TABLE));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {76_431, 76_441})
    @Proves("FI-001")
    void soTheyDoAfterEverybodyWasChanged(long seed) {
        var table = indexed.of(UserRows.TABLE);
        agree(seed, table, rows::becomes);
    }

    private void agree(long seed, ResourceTable table) {
        agree(seed, table, rows::insert);
    }

    private void agree(long seed, ResourceTable table, BiConsumer<UUID, List<ScimResource>> insertion) {
        var random = new Random(seed);
        var organization = tokens.anOrganization().issue().organizationId();
        var generator = new RandomUsers(EveryType.USER, random);
        var users = Stream.generate(generator::resource).limit(USERS).toList();
        insertion.accept(organization, users);
        var representations =
                users.stream().map(user -> user.representation(BASE_URI)).toList();
        var filters = new RandomFilters(EveryType.USER, random, representations);
        var resolver = new FilterResolver(EveryType.USER, Tolerances.of(ConformanceMode.STRICT));
        var matched = 0;
        for (var i = 0; i < FILTERS; i++) {
            var filter = filters.next();
            var condition = resolver.resolve(filter);
            var expected = representations.stream()
                    .filter(representation -> FilterEvaluator.matches(condition, representation))
                    .map(FilterTranslatorLawTest::id)
                    .collect(Collectors.toSet());
            var translated = new FilterTranslator(table.bindings(), organization, BASE_URI).translate(condition);
            assertThat(matching(organization, translated))
                    .as("seed %d, filter %d: %s%n%s", seed, i, filter, translated)
                    .isEqualTo(expected);
            matched += expected.isEmpty() || expected.size() == USERS ? 0 : 1;
        }
        // Filters that all or no users meet would agree about little.
        assertThat(matched).isGreaterThan(FILTERS / 4);
    }

    private Set<String> matching(UUID organization, SqlText condition) {
        var values = new ArrayList<Object>();
        values.add(ResourceIds.bytes(organization));
        values.addAll(condition.values());
        var query =
                new SqlText("SELECT r.id FROM scim_user r WHERE r.organization_id = ? AND " + condition.sql(), values);
        return Set.copyOf(
                sql.query(query, row -> ResourceIds.fromBytes(row.getBytes(1)).toString()));
    }

    private static String id(ScimValue.Complex representation) {
        return representation.find("id") instanceof ScimValue.Text(var id) ? id : "";
    }
}
