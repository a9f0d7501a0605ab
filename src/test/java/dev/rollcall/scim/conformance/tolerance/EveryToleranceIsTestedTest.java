package dev.rollcall.scim.conformance.tolerance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.tolerance.Tolerance;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every tolerance has a row in the table, or a test elsewhere.
class EveryToleranceIsTestedTest {
    private static final String SCIM = "dev.rollcall.scim.";

    /// What no body of a resource or PATCH can have, or what depends on more than the body.
    private static final Map<Tolerance, String> ELSEWHERE = Map.ofEntries(
            entry(
                    Tolerance.UNKNOWN_MEMBER,
                    SCIM + "search.SearchBodyTest#readsOtherFormsOfTheMessageWhereTheyAreForgiven"),
            entry(Tolerance.UNENCODED_PLUS, SCIM + "search.UnencodedPlusTest#alsoLooksForThePlus"),
            entry(
                    Tolerance.UNENCODED_QUERY,
                    SCIM + "endpoint.TargetsAsWrittenTest#areReadAsIfPercentEncodedInCompatibleMode"),
            entry(Tolerance.BULK_PATH_WITHOUT_SLASH, SCIM + "bulk.BulkRequestReaderTest#readsPaths"),
            entry(
                    Tolerance.BULK_METHOD_CASE,
                    SCIM + "bulk.BulkRequestReaderTest#takesMethodsInAnyCaseInCompatibleModeOnly"),
            entry(Tolerance.MEMBER_TYPE, SCIM + "group.GroupsEndpointTest#refusesMembersThatDoNotExistInStrictMode"),
            entry(Tolerance.RETURNING_USER, SCIM + "user.UsersEndpointTest#bringsADisabledUserBackUnderItsId"),
            entry(Tolerance.GROUP_NAME, SCIM + "group.GroupsEndpointTest#namesAreUniqueInCompatibleModeAlone"),
            entry(Tolerance.GROUP_UNSEEN, "interop/entra/EN-10-no-content-for-groups.json"));

    @Test
    void hereOrThere() {
        var rows =
                Row.table().map(Row::tolerance).collect(Collectors.toCollection(() -> EnumSet.noneOf(Tolerance.class)));

        assertThat(rows).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
        rows.addAll(ELSEWHERE.keySet());
        assertThat(rows).containsExactlyInAnyOrder(Tolerance.values());
    }

    @Test
    void testsElsewhereAreThere() {
        assertThat(ELSEWHERE.values()).allSatisfy(place -> {
            if (place.endsWith(".json")) {
                assertThat(Path.of("src", "test", "resources").resolve(place)).isRegularFile();
            } else {
                var hash = place.indexOf('#');
                var methods = Class.forName(place.substring(0, hash)).getDeclaredMethods();
                assertThat(Arrays.stream(methods).map(Method::getName)).contains(place.substring(hash + 1));
            }
        });
    }
}
