package dev.rollcall.scim.conformance.tolerance;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/// Values as clients send them who know what they mean and not how it is written: numbers for texts and texts for
/// booleans, one for a list and a list for one, objects inside strings, and much that is empty.
final class OddForms {
    private static final double RARELY = 0.1;

    private final RandomGenerator random;

    OddForms(RandomGenerator random) {
        this.random = random;
    }

    /// The members of an object of a schema, each in some form.
    ScimValue.Complex of(Schema schema, ScimValue.Complex object) {
        var odd = new LinkedHashMap<String, ScimValue>();
        object.members()
                .forEach((name, value) -> odd.put(
                        name,
                        schema.attribute(name)
                                .map(attribute -> of(attribute, value))
                                .orElse(value)));
        return new ScimValue.Complex(odd);
    }

    /// A value of the attribute in some form.
    ScimValue of(SchemaAttribute attribute, ScimValue value) {
        if (value instanceof ScimValue.MultiValued(var elements)) {
            return list(attribute, elements);
        }
        var odd = one(attribute, value);
        return chance() ? ScimValue.array(odd) : odd;
    }

    private ScimValue list(SchemaAttribute attribute, List<ScimValue> elements) {
        var odd = new ArrayList<ScimValue>();
        elements.forEach(element -> odd.add(one(attribute, element)));
        if (chance()) {
            odd.add(attribute.isComplex() ? nothing() : ScimValue.of(""));
        }
        return odd.size() == 1 && random.nextBoolean() ? odd.getFirst() : new ScimValue.MultiValued(odd);
    }

    private static ScimValue nothing() {
        return ScimValue.Complex.EMPTY.with("type", ScimValue.of("work")).with("value", ScimValue.of(""));
    }

    private ScimValue one(SchemaAttribute attribute, ScimValue value) {
        return switch (value) {
            case ScimValue.Complex object -> object(attribute, object);
            case ScimValue.Bool(var bool) -> chance() ? ScimValue.of(bool ? "True" : "FALSE") : value;
            case ScimValue.Text _ when attribute.type() == AttributeType.STRING -> text(value);
            case ScimValue.Text _, ScimValue.Numeric _, ScimValue.Null _, ScimValue.MultiValued _ -> value;
        };
    }

    private ScimValue text(ScimValue value) {
        return switch (random.nextInt(20)) {
            case 0 -> ScimValue.of(random.nextBoolean());
            case 1 -> ScimValue.of(random.nextInt(100_000));
            case 2 -> ScimValue.of("");
            default -> value;
        };
    }

    private ScimValue object(SchemaAttribute attribute, ScimValue.Complex object) {
        var odd = new LinkedHashMap<String, ScimValue>();
        object.members()
                .forEach((name, value) -> odd.put(
                        name,
                        attribute.subAttribute(name).map(sub -> of(sub, value)).orElse(value)));
        if (chance()) {
            odd.put("shoeSize", ScimValue.of(44));
        }
        if (attribute.hasPrimary() && random.nextBoolean()) {
            odd.put("primary", ScimValue.of(true));
        }
        var whole = new ScimValue.Complex(odd);
        if (chance()) {
            return ScimValue.of(JsonWriter.text(whole));
        }
        var value = object.find("value");
        return value != null && chance() ? value : whole;
    }

    private boolean chance() {
        return random.nextDouble() < RARELY;
    }
}
