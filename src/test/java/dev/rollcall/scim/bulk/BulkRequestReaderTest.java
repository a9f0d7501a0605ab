package dev.rollcall.scim.bulk;

import static dev.rollcall.scim.tolerance.ConformanceMode.COMPATIBLE;
import static dev.rollcall.scim.tolerance.ConformanceMode.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.bulk.BulkOperation.Malformed;
import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkRequestReaderTest {
    private static final String URI = "\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]";
    private static final String DELETE = "{\"method\":\"DELETE\",\"path\":\"/Users/1\"}";

    @ParameterizedTest
    @Proves("BU-002")
    @ValueSource(
            strings = {
                "{\"schemas\":[5],\"Operations\":[" + DELETE + "]}",
                "{" + URI + "}",
                "{" + URI + ",\"Operations\":null}",
                "{" + URI + ",\"Operations\":[]}",
                "{" + URI + ",\"Operations\":" + DELETE + "}",
                "{" + URI + ",\"Operations\":[1]}",
                "{" + URI + ",\"Operations\":[" + DELETE + ",[]]}",
                "{" + URI + ",\"failOnErrors\":0,\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":-1,\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":1.5,\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":\"0\",\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":\"-1\",\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":\"1e9\",\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":\"1.0\",\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":\"\",\"Operations\":[" + DELETE + "]}",
                "{" + URI + ",\"failOnErrors\":[1],\"Operations\":[" + DELETE + "]}",
            })
    void refusesAMessageOfAnotherForm(String json) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> new BulkRequestReader(Tolerances.of(COMPATIBLE), 10).read(body(json)))
                .satisfies(refusal -> assertThat(refusal.scimType()).contains(ScimType.INVALID_SYNTAX));
    }

    static Stream<Arguments> forgiven() {
        return Stream.of(
                arguments("", Tolerance.MISSING_SCHEMAS),
                arguments("\"schemas\":[],", Tolerance.MISSING_SCHEMAS),
                arguments("\"schemas\":\"" + BulkRequestReader.BULK_REQUEST + "\",", Tolerance.ONE_AS_LIST),
                arguments("\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],", Tolerance.OTHER_SCHEMAS),
                arguments(URI + ",\"failOnErrors\":\"7\",", Tolerance.TEXT_AS_NUMBER),
                arguments(URI + ",\"failOnErrors\":\"999999999999999999\",", Tolerance.TEXT_AS_NUMBER));
    }

    @ParameterizedTest(name = "{0}")
    @Proves({"BU-002", "BU-008"})
    @MethodSource("forgiven")
    void readsOtherFormsOfTheMessageWhereTheyAreForgiven(String members, Tolerance tolerance) {
        var message = body("{" + members + "\"Operations\":[" + DELETE + "]}");
        var compatible = Tolerances.of(COMPATIBLE);

        assertThat(new BulkRequestReader(compatible, 10).read(message).operations())
                .hasSize(1);
        assertThat(compatible.noted()).containsExactly(tolerance);
        var others = EnumSet.copyOf(COMPATIBLE.tolerances());
        others.remove(tolerance);
        for (var tolerances : List.of(Tolerances.of(STRICT), Tolerances.of(others))) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> new BulkRequestReader(tolerances, 10).read(message))
                    .satisfies(refusal -> assertThat(refusal.scimType()).contains(ScimType.INVALID_SYNTAX));
        }
    }

    @ParameterizedTest
    @Proves("BU-008")
    @CsvSource({
        "'', 2147483647",
        "'\"failOnErrors\":null,', 2147483647",
        "'\"FAILONERRORS\":3,', 3",
        "'\"failOnErrors\":\"3\",', 3"
    })
    void readsFailOnErrors(String member, int expected) {
        assertThat(read(COMPATIBLE, "{" + URI + "," + member + "\"Operations\":[" + DELETE + "]}")
                        .failOnErrors())
                .isEqualTo(expected);
    }

    @Test
    void aVeryLargeFailOnErrorsIsNone() {
        assertThat(read(COMPATIBLE, "{" + URI + ",\"failOnErrors\":99999999999999,\"Operations\":[" + DELETE + "]}")
                        .failOnErrors())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    @Proves("BU-016")
    void moreOperationsThanTheLimitAre413AndTheLimitIsNamed() {
        var two = "{" + URI + ",\"Operations\":[" + DELETE + "," + DELETE + "]}";

        assertThat(new BulkRequestReader(Tolerances.of(STRICT), 2)
                        .read(body(two))
                        .operations())
                .hasSize(2);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> new BulkRequestReader(Tolerances.of(STRICT), 1).read(body(two)))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(413))
                .withMessageContaining("maxOperations is 1");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("{}", "'method'"),
                arguments("{\"method\":1,\"path\":\"/Users/1\"}", "'method'"),
                arguments("{\"method\":\"GET\",\"path\":\"/Users/1\"}", "GET"),
                arguments("{\"method\":\"DELETE\"}", "'path'"),
                arguments("{\"method\":\"DELETE\",\"path\":7}", "'path'"),
                arguments("{\"method\":\"DELETE\",\"path\":\"\"}", "'path'"),
                arguments("{\"method\":\"DELETE\",\"path\":\"//\"}", "'path'"),
                arguments("{\"method\":\"DELETE\",\"path\":\"/Users/1\",\"version\":1}", "'version'"),
                arguments("{\"method\":\"POST\",\"path\":\"/Users\",\"data\":{}}", "'bulkId'"),
                arguments("{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"\",\"data\":{}}", "'bulkId'"),
                arguments("{\"method\":\"DELETE\",\"path\":\"/Users/1\",\"bulkId\":4}", "'bulkId'"),
                arguments("{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\"}", "'data'"),
                arguments("{\"method\":\"PUT\",\"path\":\"/Users/1\",\"data\":\"x\"}", "'data'"),
                arguments("{\"method\":\"PATCH\",\"path\":\"/Users/1\",\"data\":null}", "'data'"));
    }

    @ParameterizedTest
    @Proves({"BU-002", "BU-004"})
    @MethodSource("malformed")
    void aMalformedOperationFailsAlone(String operation, String named) {
        var operations = read(STRICT, "{" + URI + ",\"Operations\":[" + operation + "," + DELETE + "]}")
                .operations();

        assertThat(operations.get(0).content()).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.refusal().scimType()).contains(ScimType.INVALID_SYNTAX);
            assertThat(malformed.refusal()).hasMessageContaining(named);
        });
        assertThat(operations.get(1).content()).isInstanceOf(Single.class);
    }

    @Test
    @Proves("BU-004")
    void aBulkIdOfTwoOperationsIsThatOfNone() {
        var operations = read(STRICT, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                  {"method":"POST","path":"/Users","bulkId":"a","data":{}},
                  {"method":"POST","path":"/Users","bulkId":"b","data":{}},
                  {"method":"DELETE","path":"/Users/1","bulkId":"a"}]}
                """).operations();

        assertThat(operations).extracting(BulkOperation::bulkId).containsExactly("a", "b", "a");
        assertThat(operations.get(0).content()).isInstanceOf(Malformed.class);
        assertThat(operations.get(1).content()).isInstanceOf(Single.class);
        assertThat(operations.get(2).content()).isInstanceOf(Malformed.class);
    }

    @Test
    void readsAnOperation() {
        var operation = read(STRICT, """
                {"SCHEMAS":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"operations":[
                  {"Method":"PUT","path":"/Users/1","BULKID":"p","version":"W/\\"2\\"","data":{"a":1}}]}
                """).operations().getFirst();

        assertThat(operation.method()).isEqualTo("PUT");
        assertThat(operation.bulkId()).isEqualTo("p");
        assertThat(operation.content())
                .isEqualTo(new Single(
                        BulkMethod.PUT,
                        new BulkPath("/Users", "1"),
                        "W/\"2\"",
                        ScimValue.Complex.EMPTY.with("a", ScimValue.of(1))));
    }

    @ParameterizedTest
    @CsvSource({"delete, COMPATIBLE, true", "Delete, COMPATIBLE, true", "delete, STRICT, false", "DELETE, STRICT, true"
    })
    void takesMethodsInAnyCaseInCompatibleModeOnly(String method, ConformanceMode mode, boolean taken) {
        var operation = read(mode, "{" + URI + ",\"Operations\":[" + DELETE.replace("DELETE", method) + "]}")
                .operations()
                .getFirst();

        assertThat(operation.method()).isEqualTo(method);
        assertThat(operation.content() instanceof Single).isEqualTo(taken);
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                arguments("/Users", "/Users", null),
                arguments("/Users/", "/Users", null),
                arguments("//users//1", "/Users", "1"),
                arguments("/Users/2819c223", "/Users", "2819c223"),
                arguments("/Groups/bulkId:g1", "/Groups", "bulkId:g1"),
                arguments("/Groups/bulkId%3Ag1", "/Groups", "bulkId:g1"),
                arguments("/Users/a%zz", "/Users", "a%zz"),
                arguments("/Users/a+b", "/Users", "a+b"),
                arguments("/Users/1/more", "/Users", "1/more"),
                arguments("/Nothing/1", "/Nothing", "1"));
    }

    @ParameterizedTest
    @Proves("BU-003")
    @MethodSource("paths")
    void readsPaths(String text, String endpoint, String id) {
        assertThat(BulkPath.parse(text, Tolerances.of(STRICT))).isEqualTo(new BulkPath(endpoint, id));
        assertThat(BulkPath.parse(text.replaceFirst("^/+", ""), Tolerances.of(COMPATIBLE)))
                .isEqualTo(new BulkPath(endpoint, id));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BulkPath.parse(text.replaceFirst("^/+", ""), Tolerances.of(STRICT)));
    }

    @Test
    @Proves("BU-011")
    void findsAndResolvesReferencesWhereverAnIdentifierCanBe() {
        var single = (Single) read(STRICT, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                  {"method":"PATCH","path":"/Groups/bulkId:g","data":{
                    "members":[{"value":"bulkId:u","$ref":"https://x.example/Users/bulkId:r"},{"value":"plain"}],
                    "urn:x":{"manager":{"value":"bulkId:m"},"text":"not bulkId:t","bulkId:key":"bulkId:","n":1}}}]}
                """).operations().getFirst().content();

        assertThat(BulkReferences.of(single)).isEqualTo(Set.of("g", "u", "r", "m"));
        var resolved = BulkReferences.resolved(single, bulkId -> "id-" + bulkId);
        assertThat(resolved.target()).isEqualTo(new BulkPath("/Groups", "id-g"));
        assertThat(resolved.data()).isEqualTo(body("""
                {"members":[{"value":"id-u","$ref":"https://x.example/Users/id-r"},{"value":"plain"}],
                 "urn:x":{"manager":{"value":"id-m"},"text":"not bulkId:t","bulkId:key":"bulkId:","n":1}}
                """));
        assertThat(List.copyOf(BulkReferences.of(resolved))).isEmpty();
    }

    private static BulkRequest read(ConformanceMode mode, String json) {
        return new BulkRequestReader(Tolerances.of(mode), 1_000).read(body(json));
    }

    private static ScimValue.Complex body(String json) {
        return (ScimValue.Complex) JsonReader.read(json);
    }
}
