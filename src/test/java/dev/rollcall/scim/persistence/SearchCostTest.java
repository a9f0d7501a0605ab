package dev.rollcall.scim.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.SqlText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCostTest {
    private static final Tolerances TOLERANCES = Tolerances.of(ConformanceMode.STRICT);
    private static final AttributeBindings BINDINGS = AttributeBindings.of(EveryType.USER)
            .keyColumn("userName", "user_name_key", "scim_user_user_name")
            .lookUpColumn("externalId", "external_id")
            .indexed("emails.value")
            .relation("groups", (_, _, _) -> SqlText.TRUE)
            .build();
    private static final ResourceTable TABLE = ResourceTable.of(EveryType.USER, "scim_user", BINDINGS);

    private static final ResourceTable INDEXED = TABLE.with(Map.of("title", 1, "emails.type", 2, "userName", 3));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LOOK_UP | userName eq \"a\"",
                "LOOK_UP | externalId eq \"a\"",
                "LOOK_UP | id eq \"0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001\"",
                "LOOK_UP | emails.value eq \"a@example.com\"",
                "LOOK_UP | emails[value eq \"a@example.com\" and type eq \"work\"]",
                "LOOK_UP | groups.value eq \"0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001\"",
                "LOOK_UP | title eq \"a\" and userName eq \"b\"",
                "LOOK_UP | userName eq \"a\" or userName eq \"b\"",
                "LIST | userName sw \"a\"",
                "LIST | userName sw \"a\" and title pr",
                "LIST | meta.lastModified gt \"2030-01-01T00:00:00Z\"",
                "SCAN | title eq \"zz\"",
                "SCAN | userName eq \"a\" or title eq \"b\"",
                "SCAN | userName eq \"a\" or externalId eq \"b\"",
                "SCAN | not (userName eq \"a\")",
                "SCAN | userName ne \"a\"",
                "SCAN | userName co \"a\"",
                "SCAN | emails.value co \"a\"",
                "SCAN | emails[value sw \"a\" and type eq \"work\"]",
                "SCAN | groups.display eq \"a\"",
                "SCAN | meta.created gt \"2030-01-01T00:00:00Z\"",
                "SCAN | title pr",
            })
    void tellsWhetherAnIndexServesAFilter(SearchCost cost, String filter) {
        assertThat(SearchCost.of(condition(filter), BINDINGS)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LIST | title eq \"zz\"",
                "LIST | title sw \"zz\"",
                "LIST | title le \"zz\" and nickName co \"a\"",
                "LIST | title pr",
                "LIST | emails[type eq \"work\"]",
                "LIST | emails[type pr and value co \"a\"]",
                "LIST | userName gt \"a\"",
                "LOOK_UP | userName eq \"a\" and title sw \"b\"",
                "LOOK_UP | emails[type eq \"work\" and value eq \"a@example.com\"]",
                "SCAN | title co \"zz\"",
                "SCAN | title ew \"zz\"",
                "SCAN | title ne \"zz\"",
                "SCAN | title sw \"\"",
                "SCAN | not (title pr)",
                "SCAN | title eq \"a\" or title eq \"b\"",
                "SCAN | userName eq \"a\" or userName gt \"b\"",
                "SCAN | nickName eq \"a\"",
            })
    void whatIsIndexedByConfigurationIsNoScan(SearchCost cost, String filter) {
        assertThat(SearchCost.of(condition(filter), INDEXED.bindings())).isEqualTo(cost);
    }

    @Test
    void anOrderThatIsIndexedByConfigurationIsNoScan() {
        assertThat(SearchCost.ofSlice(search(INDEXED, Condition.ALL, "title"))).isEqualTo(SearchCost.LIST);
        assertThat(SearchCost.ofSlice(search(INDEXED, condition("title gt \"a\""), "title")))
                .isEqualTo(SearchCost.LIST);
        // Which of several counts is not in the index, nor what is found by another one in this order.
        assertThat(SearchCost.ofSlice(search(INDEXED, Condition.ALL, "emails.type")))
                .isEqualTo(SearchCost.SCAN);
        assertThat(SearchCost.ofSlice(search(INDEXED, condition("emails.type pr"), "title")))
                .isEqualTo(SearchCost.SCAN);
    }

    @Test
    void whatIsTooLongForAnIndexIsAScan() {
        assertThat(SearchCost.of(condition("externalId eq \"" + "a".repeat(600) + "\""), BINDINGS))
                .isEqualTo(SearchCost.SCAN);
    }

    @ParameterizedTest
    @CsvSource({
        "LIST, LIST, ''",
        "LIST, LIST, userName",
        "SCAN, LIST, title",
    })
    void everybodyInAnOrderThatNoIndexHasIsAScan(SearchCost slice, SearchCost count, String sortBy) {
        var search = search(Condition.ALL, sortBy.isEmpty() ? null : sortBy);

        assertThat(SearchCost.ofSlice(search)).isEqualTo(slice);
        assertThat(SearchCost.ofCount(search)).isEqualTo(count);
    }

    @Test
    void aFewThatAnIndexFindsAreSortedByWhateverTheClientLikes() {
        assertThat(SearchCost.ofSlice(search(condition("userName eq \"a\""), "title")))
                .isEqualTo(SearchCost.LOOK_UP);
    }

    @Test
    void namesTheAttributesThatAnIndexServes() {
        assertThat(BINDINGS.lookUps()).containsExactly("emails.value", "externalId", "userName");
    }

    private static Search search(Condition condition, @Nullable String sortBy) {
        return search(TABLE, condition, sortBy);
    }

    private static Search search(ResourceTable table, Condition condition, @Nullable String sortBy) {
        var attribute = sortBy == null
                ? null
                : AttributePath.parse(sortBy).flatMap(EveryType.USER::resolve).orElseThrow();
        return new Search(
                new UUID(0, 1),
                "https://scim.example/scim/v2",
                List.of(new Search.OfType(table, condition, attribute)),
                sortBy != null,
                false);
    }

    private static Condition condition(String filter) {
        return new FilterResolver(EveryType.USER, TOLERANCES).resolve(FilterParser.parse(filter, TOLERANCES));
    }
}
