package dev.rollcall.scim.schema;

import static dev.rollcall.scim.schema.AttributeType.COMPLEX;
import static dev.rollcall.scim.schema.AttributeType.STRING;
import static dev.rollcall.scim.schema.Mutability.IMMUTABLE;
import static dev.rollcall.scim.schema.Mutability.READ_WRITE;
import static dev.rollcall.scim.schema.Returned.ALWAYS;
import static dev.rollcall.scim.schema.Returned.DEFAULT;
import static dev.rollcall.scim.schema.Uniqueness.NONE;
import static dev.rollcall.scim.schema.Uniqueness.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaAttributeTest {
    private static final SchemaAttribute SUB = new SchemaAttribute(
            "v", STRING, false, "d", false, false, READ_WRITE, DEFAULT, NONE, List.of(), List.of(), List.of());

    private static SchemaAttribute complex() {
        return new SchemaAttribute(
                "a", COMPLEX, true, "d", true, true, READ_WRITE, DEFAULT, NONE, List.of(), List.of(), List.of(SUB));
    }

    @Test
    void definitionsThatSayTheSameAreEqual() {
        assertThat(complex()).isEqualTo(complex()).hasSameHashCodeAs(complex());
    }

    @Test
    void everyCharacteristicTellsDefinitionsApart() {
        var none = List.<String>of();
        var one = List.of("x");
        var subs = List.of(SUB);
        assertThat(List.of(
                        new SchemaAttribute(
                                "b", COMPLEX, true, "d", true, true, READ_WRITE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", STRING, true, "d", true, true, READ_WRITE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, false, "d", true, true, READ_WRITE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "e", true, true, READ_WRITE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", false, true, READ_WRITE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, false, READ_WRITE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, true, IMMUTABLE, DEFAULT, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, true, READ_WRITE, ALWAYS, NONE, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, true, READ_WRITE, DEFAULT, SERVER, none, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, true, READ_WRITE, DEFAULT, NONE, one, none, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, true, READ_WRITE, DEFAULT, NONE, none, one, subs),
                        new SchemaAttribute(
                                "a", COMPLEX, true, "d", true, true, READ_WRITE, DEFAULT, NONE, none, none, List.of())))
                .doesNotContain(complex())
                .hasSize(SchemaAttribute.class.getRecordComponents().length);
    }
}
