package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaReader;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is never returned is not told by filters or by an order either, however it is named.
@Proves("SC-007")
class NeverReturnedTest {
    private static final String URI = "urn:example:schemas:codes:1.0:Code";

    private static ResourceType type() {
        var schema = SchemaReader.schema(SchemaFixtures.object("""
                {"id": "%s", "name": "Code", "attributes": [
                  {"name": "codes", "type": "complex", "multiValued": true, "subAttributes": [
                    {"name": "value", "type": "string", "returned": "never"}, {"name": "type", "type": "string"}]}]}
                """.formatted(URI)));
        return SchemaReader.resourceType(
                SchemaFixtures.object("{\"name\": \"Code\", \"endpoint\": \"/Codes\", \"schema\": \"" + URI + "\"}"),
                Map.of(URI, schema));
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes", "codes.value"})
    void noFilterComparesIt(String path) {
        var resolver = new FilterResolver(type(), Tolerances.of(ConformanceMode.COMPATIBLE));
        var filter = FilterParser.parse(path + " sw \"1\"", Tolerances.of(ConformanceMode.COMPATIBLE));

        var refusal = catchThrowableOfType(ScimException.class, () -> resolver.resolve(filter));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_FILTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes", "codes.value"})
    void nothingIsSortedByIt(String path) {
        var sorting = new Sorting(AttributePath.parse(path).orElseThrow(), false);

        var refusal = catchThrowableOfType(ScimException.class, () -> sorting.attribute(type()));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
    }
}
