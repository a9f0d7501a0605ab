package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaExtension;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The evaluator, on what clients see, and the database agree about members, groups and managers: random ones,
/// nested and in circles, and random filters.
@QuarkusTest
class RelationLawTest {
    private static final int MANY_USERS = 30;
    private static final int MANY_GROUPS = 12;
    private static final int FILTERS = 150;

    private final TestTokens tokens;

    RelationLawTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7643, 7644, 9865})
    void databaseAndEvaluatorAgree(long seed) {
        var random = new Random(seed);
        var client = new GroupClient(tokens.anOrganization().issue().bearer());
        fill(client, random);
        var matched = agree(client, GROUPS, SchemaFixtures.GROUP, random) + agree(client, USERS, users(), random);
        // Filters that everything or nothing meets would agree about little.
        assertThat(matched).isGreaterThan(FILTERS / 5);
    }

    private static void fill(GroupClient client, Random random) {
        var users = new ArrayList<String>();
        for (var i = 0; i < MANY_USERS; i++) {
            var manager = users.isEmpty() || random.nextInt(3) == 0
                    ? "01900000-0000-7000-8000-%012x".formatted(i)
                    : users.get(random.nextInt(users.size()));
            users.add(
                    random.nextBoolean()
                            ? client.userBelow("User_" + i, manager)
                            : GroupClient.id(client.postUser(
                                    "\"userName\":\"u" + i + "\",\"displayName\":\"Élan " + random.nextInt(4) + "\"")));
        }
        var groups = new ArrayList<String>();
        for (var i = 0; i < MANY_GROUPS; i++) {
            groups.add(client.group("Groupe " + i, chosen(users, random, 4)));
        }
        for (var group : groups) {
            var inner = chosen(groups, random, 2);
            client.patch(group, "{\"op\":\"add\",\"path\":\"members\",\"value\":" + GroupClient.values(inner) + "}")
                    .statusCode(200);
        }
    }

    private static String[] chosen(List<String> ids, Random random, int most) {
        return Stream.generate(() -> ids.get(random.nextInt(ids.size())))
                .limit(random.nextInt(most + 1))
                .toArray(String[]::new);
    }

    private static int agree(GroupClient client, String path, ResourceType type, Random random) {
        var resources = resources(client, path);
        var filters = new RandomFilters(type, random, resources);
        var resolver = new FilterResolver(type, Tolerances.of(ConformanceMode.STRICT));
        var matched = 0;
        for (var i = 0; i < FILTERS; i++) {
            var filter = filters.next();
            var condition = resolver.resolve(filter);
            var expected = resources.stream()
                    .filter(resource -> FilterEvaluator.matches(condition, resource))
                    .map(RelationLawTest::id)
                    .collect(Collectors.toSet());
            Set<String> found = Set.copyOf(client.request()
                    .queryParam("filter", filter.toString())
                    .queryParam("attributes", "id")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("Resources.id"));
            assertThat(found).as("%s, filter %d: %s", path, i, filter).isEqualTo(expected);
            matched += expected.isEmpty() || expected.size() == resources.size() ? 0 : 1;
        }
        return matched;
    }

    private static List<ScimValue.Complex> resources(GroupClient client, String path) {
        var list = JsonReader.readObject(client.request().get(path).asString().getBytes(StandardCharsets.UTF_8));
        return list.find("Resources") instanceof ScimValue.MultiValued(var elements)
                ? elements.stream().map(ScimValue.Complex.class::cast).toList()
                : List.of();
    }

    private static String id(ScimValue.Complex resource) {
        return resource.find("id") instanceof ScimValue.Text(var id) ? id : "";
    }

    /// User with little else than what others say of a user.
    private static ResourceType users() {
        var user = SchemaFixtures.USER;
        return new ResourceType(
                user.name(),
                user.endpoint(),
                user.description(),
                only(user.schema(), Set.of("userName", "displayName", "groups")),
                user.extensions().stream()
                        .map(extension ->
                                new SchemaExtension(only(extension.schema(), Set.of("manager")), extension.required()))
                        .toList());
    }

    private static Schema only(Schema schema, Set<String> names) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.description(),
                schema.attributes().stream()
                        .filter(attribute -> names.contains(attribute.name()))
                        .toList());
    }
}
