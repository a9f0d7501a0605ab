package dev.rollcall.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A bulk request does what its operations would have done one by one: the same statuses, and the same resources
/// afterwards.
@QuarkusTest
class BulkLawTest {
    private static final int RUNS = Integer.getInteger("rollcall.bulk-law.runs", 60);

    private final TestTokens tokens;

    BulkLawTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(RUNS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Proves({"BU-007", "BU-011", "BU-012", "BU-013", "BU-014", "BU-017"})
    void aBulkRequestDoesWhatItsOperationsDoOneByOne(long seed) {
        var mode = seed % 2 == 0 ? ConformanceMode.STRICT : ConformanceMode.COMPATIBLE;
        var operations = RandomBulk.operations(new Random(seed));
        var together = client(mode);
        var oneByOne = client(mode);

        var results = together.bulk(operations);
        var sequential = new SequentialBulk(oneByOne, operations);
        var statuses = sequential.statuses();

        assertThat(results)
                .as(() -> BulkClient.request(operations))
                .extracting(result -> result.get("status"))
                .isEqualTo(statuses);
        assertThat(resources(together, names(results)))
                .as(() -> BulkClient.request(operations))
                .isEqualTo(resources(oneByOne, sequential.created()));
    }

    private BulkClient client(ConformanceMode mode) {
        var client = new BulkClient(tokens.anOrganization().inMode(mode).issue().bearer());
        client.send("POST", "/Users", JsonWriter.text(BulkClient.user(RandomBulk.TAKEN)))
                .then()
                .statusCode(201);
        client.send("POST", "/Groups", JsonWriter.text(BulkClient.group(RandomBulk.TAKEN, List.of())))
                .then()
                .statusCode(201);
        return client;
    }

    private static Map<String, String> names(List<Map<String, Object>> results) {
        var names = new HashMap<String, String>();
        for (var result : results) {
            if ("201".equals(result.get("status"))) {
                var location = String.valueOf(result.get("location"));
                names.put(String.valueOf(result.get("bulkId")), location.substring(location.lastIndexOf('/') + 1));
            }
        }
        return names;
    }

    /// Every resource of the organization, identifiers replaced by bulkIds, without what depends on time.
    private static Map<String, ScimValue> resources(BulkClient client, Map<String, String> ids) {
        var found = new TreeMap<String, ScimValue>();
        for (var endpoint : List.of("/Users", "/Groups")) {
            var list = client.read("/scim/v2" + endpoint);
            if (list.find("Resources") instanceof ScimValue.MultiValued(var resources)) {
                for (var resource : resources) {
                    var known = known(resource, ids);
                    found.put(endpoint + " " + known.find("id"), comparable(known));
                }
            }
        }
        return found;
    }

    private static ScimValue.Complex known(ScimValue resource, Map<String, String> ids) {
        var text = JsonWriter.text(resource);
        for (var id : ids.entrySet()) {
            text = text.replace(id.getValue(), id.getKey());
        }
        return (ScimValue.Complex) JsonReader.read(text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "another"));
    }

    private static ScimValue comparable(ScimValue value) {
        return switch (value) {
            case ScimValue.MultiValued(var elements) ->
                new ScimValue.MultiValued(elements.stream()
                        .map(BulkLawTest::comparable)
                        .sorted(Comparator.comparing(JsonWriter::text))
                        .toList());
            case ScimValue.Complex(var members) -> {
                var sorted = new TreeMap<String, ScimValue>();
                members.forEach((name, member) -> {
                    if (!name.equals("meta")) {
                        sorted.put(name, comparable(member));
                    }
                });
                yield new ScimValue.Complex(new LinkedHashMap<>(sorted));
            }
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> value;
        };
    }
}
