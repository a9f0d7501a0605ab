package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Decides the parts of a condition that are the same for all resources of a type: what it says of
/// `meta.resourceType`, and of schemas that the type does not have. A type whose condition comes to {@link
/// Condition#NONE} need not be searched.
public final class KnownConditions {
    private final ResourceType type;
    private final ScimValue.Complex known;

    public KnownConditions(ResourceType type) {
        this.type = type;
        var meta = new LinkedHashMap<String, ScimValue>();
        meta.put("resourceType", ScimValue.of(type.name()));
        known = ScimValue.Complex.EMPTY.with("meta", new ScimValue.Complex(meta));
    }

    /// The condition without what is known; it is met by the same resources of the type.
    public Condition without(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) -> joined(operands, Condition.ALL, Condition.NONE);
            case Condition.Or(var operands) -> joined(operands, Condition.NONE, Condition.ALL);
            case Condition.Not(var operand) -> negated(without(operand));
            case Condition.Compare compare
            when isResourceType(compare.attribute()) ->
                FilterEvaluator.matches(compare, known) ? Condition.ALL : Condition.NONE;
            case Condition.ElementMatches(var attribute, Condition.Compare compare)
            when isSchemas(attribute) && compare.op() == CompareOp.EQ && !hasSchema(compare.key()) -> Condition.NONE;
            case Condition.Compare _, Condition.Present _, Condition.ElementMatches _ -> condition;
        };
    }

    /// `neutral` changes nothing among the operands, and `decisive` is the whole where one operand is it.
    private Condition joined(List<Condition> operands, Condition neutral, Condition decisive) {
        var left = new ArrayList<Condition>();
        for (var operand : operands) {
            var rest = without(operand);
            if (rest.equals(decisive)) {
                return decisive;
            }
            if (!rest.equals(neutral)) {
                left.add(rest);
            }
        }
        if (left.size() == 1) {
            return left.getFirst();
        }
        return decisive.equals(Condition.NONE) ? new Condition.And(left) : new Condition.Or(left);
    }

    private static Condition negated(Condition condition) {
        if (condition.equals(Condition.ALL)) {
            return Condition.NONE;
        }
        return condition.equals(Condition.NONE) ? Condition.ALL : new Condition.Not(condition);
    }

    private static boolean isResourceType(ResolvedAttribute attribute) {
        return attribute.extension() == null
                && attribute.attribute().equals(CommonAttributes.META)
                && attribute.target().isNamed("resourceType");
    }

    private static boolean isSchemas(ResolvedAttribute attribute) {
        return attribute.extension() == null && attribute.attribute().equals(CommonAttributes.SCHEMAS);
    }

    private boolean hasSchema(String key) {
        return type.schema().id().equals(key)
                || type.extensions().stream()
                        .anyMatch(extension -> extension.schema().id().equals(key));
    }
}
