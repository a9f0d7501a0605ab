package dev.rollcall.scim.schema;

import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.conformance.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {

    @Test
    @Proves("AT-002")
    void givesAnAttributeOfWhichOnlyTheNameIsSaidTheDefaultsOfTheRfc() {
        var schema =
                SchemaReader.schema(object("{'id': 'urn:x:y', 'attributes': [{'name': 'plain'}]}".replace('\'', '"')));

        var plain = schema.attribute("plain").orElseThrow();
        assertThat(plain.type()).isEqualTo(AttributeType.STRING);
        assertThat(plain.multiValued()).isFalse();
        assertThat(plain.required()).isFalse();
        assertThat(plain.caseExact()).isFalse();
        assertThat(plain.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(plain.returned()).isEqualTo(Returned.DEFAULT);
        assertThat(plain.uniqueness()).isEqualTo(Uniqueness.NONE);
        assertThat(plain.canonicalValues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A1", "a-b_c$d", "$ref"})
    @Proves("AT-001")
    void takesTheNamesOfTheRfc(String name) {
        assertThat(SchemaReader.schema(named(name)).attribute(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "_a", "a b", "a.b", "a:b", "é", "$"})
    @Proves("AT-001")
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> SchemaReader.schema(named(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no attribute name");
    }

    private static ScimValue.Complex named(String name) {
        return object("{\"id\": \"urn:x:y\", \"attributes\": [{\"name\": \"%s\"}]}".formatted(name));
    }
}
