package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs conditions on values in memory: for PATCH paths, and as what the database's answers are tested against.
/// Values must have the types of their attributes, as in a stored resource.
public final class FilterEvaluator {
    private FilterEvaluator() {}

    /// Where paths are looked up: in a whole resource or in one element.
    private interface Scope {
        @Nullable
        ScimValue find(ResolvedAttribute path);
    }

    /// Whether the resource with this whole representation, before any projection, meets the condition.
    public static boolean matches(Condition condition, ScimValue.Complex representation) {
        return matches(condition, representation::find);
    }

    /// Whether one element of an attribute meets a condition of {@link FilterResolver#resolveValueFilter}.
    public static boolean matchesElement(Condition inner, ScimValue element) {
        return matches(inner, path -> findInElement(element, path));
    }

    private static boolean matches(Condition condition, Scope scope) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.stream().allMatch(operand -> matches(operand, scope));
            case Condition.Or(var operands) -> operands.stream().anyMatch(operand -> matches(operand, scope));
            case Condition.Not(var operand) -> !matches(operand, scope);
            case Condition.Present(var path) -> isAssigned(scope.find(path));
            case Condition.Compare compare -> compares(compare, scope.find(compare.attribute()));
            case Condition.ElementMatches(var path, var inner) ->
                elements(scope.find(path)).stream().anyMatch(element -> matchesElement(inner, element));
        };
    }

    private static @Nullable ScimValue findInElement(ScimValue element, ResolvedAttribute path) {
        var sub = path.subAttribute();
        // An element of a multi-valued sub-attribute is no object and is itself what the path names.
        return sub != null && element instanceof ScimValue.Complex complex ? complex.find(sub.name()) : element;
    }

    private static boolean isAssigned(@Nullable ScimValue value) {
        return value != null && !value.isUnassigned();
    }

    private static List<ScimValue> elements(@Nullable ScimValue value) {
        return value instanceof ScimValue.MultiValued(var elements) ? elements : List.of();
    }

    private static boolean compares(Condition.Compare compare, @Nullable ScimValue value) {
        if (value == null || value.isUnassigned()) {
            return compare.op() == CompareOp.NE;
        }
        var key = SearchKey.of(compare.attribute().target(), value);
        var operand = compare.key();
        return switch (compare.op()) {
            case EQ -> key.equals(operand);
            case NE -> !key.equals(operand);
            case CO -> key.contains(operand);
            case SW -> key.startsWith(operand);
            case EW -> key.endsWith(operand);
            case GT -> SearchKey.compare(key, operand) > 0;
            case GE -> SearchKey.compare(key, operand) >= 0;
            case LT -> SearchKey.compare(key, operand) < 0;
            case LE -> SearchKey.compare(key, operand) <= 0;
        };
    }
}
