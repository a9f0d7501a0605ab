package dev.rollcall.scim.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.ResourceSearch.Found;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.testing.RandomUsers;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database sorts random users as the comparator in memory does, by every attribute there is, in both
/// directions, whole and by keyset pages, forwards and backwards.
@QuarkusTest
@Proves({"SO-003", "SO-005", "SO-006", "CU-006"})
class SortLawTest {
    private static final String BASE_URI = "https://scim.example/scim/v2";
    private static final int USERS = 90;
    private static final int PAGE = 29;
    private static final ResourceType OTHER =
            new ResourceType("Other", "/Others", "", UserRows.THING.schema(), UserRows.THING.extensions());

    private final UserRows rows;
    private final ResourceSearch searches;
    private final IndexedTables indexed;
    private final TestTokens tokens;

    SortLawTest(UserRows rows, ResourceSearch searches, IndexedTables indexed, TestTokens tokens) {
        this.rows = rows;
        this.searches = searches;
        this.indexed = indexed;
        this.tokens = tokens;
    }

    @AfterEach
    void forgetIndexes() {
        indexed.forget();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {34_230, 98_650})
    void databaseAndComparatorAgree(long seed) {
        agree(seed, UserRows.TABLE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {34_231, 98_652})
    void soTheyDoWhereEveryAttributeIsIndexed(long seed) {
        agree(seed, indexed.of(UserRows.TABLE));
    }

    private void agree(long seed, ResourceTable table) {
        var organization = tokens.anOrganization().issue().organizationId();
        var generator = new RandomUsers(EveryType.USER, new Random(seed));
        var users = Stream.generate(generator::resource).limit(USERS).toList();
        rows.insert(organization, users);
        for (var attribute : sortable()) {
            for (var descending : new boolean[] {false, true}) {
                var search = search(organization, table, attribute, descending);
                var order = new ResourceOrder(attribute, BASE_URI);
                var expected = users.stream()
                        .sorted(descending ? order.reversed() : order)
                        .map(ScimResource::id)
                        .toList();
                assertThat(ids(searches.slice(search, new Slice(null, false, 0, USERS))))
                        .as("%s %s", attribute, descending ? "descending" : "ascending")
                        .isEqualTo(expected);
                assertThat(walk(search, false)).as("pages by %s", attribute).isEqualTo(expected);
                assertThat(walk(search, true)).as("pages back by %s", attribute).isEqualTo(expected);
            }
        }
    }

    @Test
    @Proves({"GE-008", "SO-005"})
    void severalTypesAreSortedAsOne() {
        areSortedAsOne(8675, UserRows.TABLE, UserRows.THINGS);
    }

    @Test
    @Proves({"GE-008", "SO-005"})
    void soTheyAreWhereOneOrBothHaveIndexes() {
        var users = indexed.of(UserRows.TABLE);
        areSortedAsOne(8676, users, UserRows.THINGS);
        areSortedAsOne(8677, users, indexed.of(UserRows.THINGS));
    }

    private void areSortedAsOne(long seed, ResourceTable ofUsers, ResourceTable ofThings) {
        var organization = tokens.anOrganization().issue().organizationId();
        var random = new Random(seed);
        var users = new RandomUsers(EveryType.USER, random);
        var things = new RandomUsers(UserRows.THING, random);
        var all = new ArrayList<ScimResource>();
        all.addAll(Stream.generate(users::resource).limit(35).toList());
        rows.insert(organization, all);
        var others = Stream.generate(things::resource).limit(35).toList();
        rows.insertThings(organization, others);
        all.addAll(others);
        // Of another type in the same table, which must not be found.
        rows.insertThings(organization, List.of(new RandomUsers(OTHER, random).resource()));
        for (var attribute : sortable()) {
            var type = new Search.OfType(ofUsers, Condition.ALL, attribute);
            var inThings = AttributePath.parse(attribute.toString())
                    .flatMap(UserRows.THING::resolve)
                    .orElse(null);
            var other = new Search.OfType(ofThings, Condition.ALL, inThings);
            for (var descending : new boolean[] {false, true}) {
                var search = new Search(organization, BASE_URI, List.of(type, other), true, descending);
                var order = new ResourceOrder(attribute, BASE_URI);
                var expected = all.stream()
                        .sorted(descending ? order.reversed() : order)
                        .map(ScimResource::id)
                        .toList();
                assertThat(walk(search, false)).as("pages by %s", attribute).isEqualTo(expected);
                assertThat(walk(search, true)).as("pages back by %s", attribute).isEqualTo(expected);
                assertThat(ids(searches.slice(search, new Slice(null, false, 30, 11))))
                        .as("offset by %s", attribute)
                        .isEqualTo(expected.subList(30, 41));
            }
        }
        var unsorted = new Search(
                organization,
                BASE_URI,
                List.of(
                        new Search.OfType(ofUsers, Condition.ALL, null),
                        new Search.OfType(ofThings, Condition.ALL, null)),
                false,
                false);
        assertThat(walk(unsorted, false))
                .isEqualTo(all.stream().map(ScimResource::id).sorted().toList());
        assertThat(searches.count(unsorted, 0)).isEqualTo(all.size());
        assertThat(searches.count(unsorted, 7)).isEqualTo(14);
    }

    private static Search search(
            UUID organization, ResourceTable table, ResolvedAttribute attribute, boolean descending) {
        var type = new Search.OfType(table, Condition.ALL, attribute);
        return new Search(organization, BASE_URI, List.of(type), true, descending);
    }

    /// The whole order, read page by page.
    private List<String> walk(Search search, boolean backwards) {
        var all = new ArrayList<String>();
        @Nullable Position from = null;
        while (true) {
            var page = searches.slice(search, new Slice(from, backwards, 0, PAGE));
            all.addAll(backwards ? 0 : all.size(), ids(page));
            if (page.size() < PAGE) {
                return all;
            }
            from = (backwards ? page.getFirst() : page.getLast()).position();
        }
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().map(each -> each.resource().id()).toList();
    }

    /// Every simple attribute that is ever returned, sub-attributes included.
    private static List<ResolvedAttribute> sortable() {
        return EveryType.USER.attributes().stream()
                .filter(attribute -> attribute.attribute().returned() != Returned.NEVER)
                .flatMap(attribute -> attribute.attribute().isComplex()
                        ? attribute.attribute().subAttributes().stream().map(attribute::at)
                        : Stream.of(attribute))
                .toList();
    }
}
