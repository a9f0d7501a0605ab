package dev.rollcall.scim.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.persistence.ResourceSearch.Found;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.RandomUsers;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On random resources of a configured type that has everything, the database filters as the evaluator does and
/// sorts as the comparator does.
@QuarkusTest
@Proves({"FI-001", "SO-003"})
class ConfiguredTypeLawTest {
    private static final String BASE_URI = "https://scim.example/scim/v2";
    private static final int RESOURCES = 100;
    private static final int FILTERS = 300;

    private final Sql sql;
    private final ResourceSearch searches;
    private final ResourceStores stores;
    private final TestTokens tokens;

    ConfiguredTypeLawTest(Sql sql, ResourceSearch searches, ResourceStores stores, TestTokens tokens) {
        this.sql = sql;
        this.searches = searches;
        this.tokens = tokens;
        this.stores = stores;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {764_306, 764_307})
    void databaseFiltersAsTheEvaluatorDoes(long seed) {
        var random = new Random(seed);
        var organization = tokens.anOrganization().issue().organizationId();
        var resources = inserted(organization, random);
        var representations = resources.stream()
                .map(resource -> resource.representation(BASE_URI))
                .toList();
        var filters = new RandomFilters(table().type(), random, representations);
        var resolver = new FilterResolver(table().type(), Tolerances.of(ConformanceMode.STRICT));
        var matched = 0;
        for (var i = 0; i < FILTERS; i++) {
            var filter = filters.next();
            var condition = resolver.resolve(filter);
            var expected = resources.stream()
                    .filter(resource -> FilterEvaluator.matches(condition, resource.representation(BASE_URI)))
                    .map(ScimResource::id)
                    .sorted()
                    .toList();
            assertThat(ids(organization, condition, null, false))
                    .as("seed %d, filter %d: %s", seed, i, filter)
                    .isEqualTo(expected);
            matched += expected.isEmpty() || expected.size() == RESOURCES ? 0 : 1;
        }
        // Filters that all or no resources meet would agree about little.
        assertThat(matched).isGreaterThan(FILTERS / 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {764_308})
    void databaseSortsAsTheComparatorDoes(long seed) {
        var organization = tokens.anOrganization().issue().organizationId();
        var resources = inserted(organization, new Random(seed));
        for (var attribute : sortable()) {
            var order = new ResourceOrder(attribute, BASE_URI);
            assertThat(ids(organization, Condition.ALL, attribute, false))
                    .as("by %s", attribute)
                    .isEqualTo(resources.stream()
                            .sorted(order)
                            .map(ScimResource::id)
                            .toList());
            assertThat(ids(organization, Condition.ALL, attribute, true))
                    .as("by %s, descending", attribute)
                    .isEqualTo(resources.stream()
                            .sorted(order.reversed())
                            .map(ScimResource::id)
                            .toList());
        }
    }

    private ResourceTable table() {
        return stores.of("Specimen").orElseThrow().table();
    }

    private List<ScimResource> inserted(UUID organization, Random random) {
        var resources = Stream.generate(new RandomUsers(table().type(), random)::resource)
                .limit(RESOURCES)
                .toList();
        sql.batch(
                "INSERT INTO scim_resource (id, organization_id, resource_type, created, last_modified, version,"
                        + " document, search_document, external_id, display_name_key)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                resources.stream().map(resource -> row(organization, resource)).toList());
        return resources;
    }

    private static List<Object> row(UUID organization, ScimResource resource) {
        var row = new ArrayList<Object>(List.of(
                ResourceIds.bytes(UUID.fromString(resource.id())),
                ResourceIds.bytes(organization),
                resource.type().name(),
                resource.meta().created().toEpochMilli(),
                resource.meta().lastModified().toEpochMilli(),
                resource.meta().version(),
                JsonWriter.text(resource.attributes()),
                JsonWriter.text(SearchDocument.of(resource))));
        row.add(SearchDocument.lookUpKey(resource, "externalId"));
        row.add(SearchDocument.lookUpKey(resource, "displayName"));
        return row;
    }

    private List<String> ids(
            UUID organization, Condition condition, @Nullable ResolvedAttribute sortBy, boolean descending) {
        var search = new Search(
                organization,
                BASE_URI,
                List.of(new Search.OfType(table(), condition, sortBy)),
                sortBy != null,
                descending);
        return searches.slice(search, new Slice(null, false, 0, RESOURCES)).stream()
                .map(Found::resource)
                .map(ScimResource::id)
                .toList();
    }

    private List<ResolvedAttribute> sortable() {
        return table().type().attributes().stream()
                .filter(attribute -> attribute.attribute().returned() != Returned.NEVER)
                .flatMap(attribute -> attribute.attribute().isComplex()
                        ? attribute.attribute().subAttributes().stream().map(attribute::at)
                        : Stream.of(attribute))
                .toList();
    }
}
