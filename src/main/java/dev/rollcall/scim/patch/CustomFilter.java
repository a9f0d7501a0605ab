package dev.rollcall.scim.patch;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Filters on values that have no definition. Text is compared without regard to case, as that of attributes is
/// that do not say otherwise (RFC 7643 §2.2); values of two kinds by the text that they are written with.
final class CustomFilter {
    private CustomFilter() {}

    /// Whether the element meets the filter. One that is no object is its own `value`.
    static boolean matches(Filter filter, ScimValue element) {
        return switch (filter) {
            case Filter.And(var operands) -> operands.stream().allMatch(operand -> matches(operand, element));
            case Filter.Or(var operands) -> operands.stream().anyMatch(operand -> matches(operand, element));
            case Filter.Not(var operand) -> !matches(operand, element);
            case Filter.Present(var path) -> !find(element, path).isUnassigned();
            case Filter.Comparison(var path, var op, var operand) -> compares(find(element, path), op, operand);
            case Filter.ValuePath _ -> false;
        };
    }

    private static ScimValue find(ScimValue element, AttributePath path) {
        if (!(element instanceof ScimValue.Complex object)) {
            return path.name().equalsIgnoreCase("value") ? element : ScimValue.Null.NULL;
        }
        var member = CustomPlace.member(object, path.name());
        var sub = path.subAttribute();
        return sub == null ? member : find(member, AttributePath.of(sub));
    }

    private static boolean compares(ScimValue value, CompareOp op, ScimValue operand) {
        if (value.isUnassigned() || operand.isUnassigned()) {
            return (op == CompareOp.EQ) == (value.isUnassigned() && operand.isUnassigned())
                    && (op == CompareOp.EQ || op == CompareOp.NE);
        }
        var left = text(value);
        var right = text(operand);
        return switch (op) {
            case EQ -> order(value, operand) == 0;
            case NE -> order(value, operand) != 0;
            case CO -> left.contains(right);
            case SW -> left.startsWith(right);
            case EW -> left.endsWith(right);
            case GT -> order(value, operand) > 0;
            case GE -> order(value, operand) >= 0;
            case LT -> order(value, operand) < 0;
            case LE -> order(value, operand) <= 0;
        };
    }

    private static int order(ScimValue left, ScimValue right) {
        return left instanceof ScimValue.Numeric(var number) && right instanceof ScimValue.Numeric(var other)
                ? number.compareTo(other)
                : SearchKey.compare(text(left), text(right));
    }

    private static String text(ScimValue value) {
        return switch (value) {
            case ScimValue.Text(var text) -> Folding.fold(text);
            case ScimValue.Bool(var bool) -> Boolean.toString(bool);
            case ScimValue.Numeric(var number) -> number.toString();
            case ScimValue.Null _, ScimValue.MultiValued _, ScimValue.Complex _ -> "";
        };
    }

    /// The element that a filter and what was sent, for the element or for one of its members, describe together.
    static ScimValue described(Filter filter, @Nullable String sub, ScimValue sent) {
        var given = sub == null ? sent : ScimValue.Complex.EMPTY.with(sub, sent);
        if (!(given instanceof ScimValue.Complex object)) {
            return given;
        }
        var described = object;
        for (var term : terms(filter).entrySet()) {
            if (CustomPlace.member(described, term.getKey()) instanceof ScimValue.Null) {
                described = described.with(term.getKey(), term.getValue());
            }
        }
        return described;
    }

    private static Map<String, ScimValue> terms(Filter filter) {
        var terms = new LinkedHashMap<String, ScimValue>();
        switch (filter) {
            case Filter.And(var operands) -> operands.forEach(operand -> terms.putAll(terms(operand)));
            case Filter.Comparison(var path, var op, var operand) -> {
                if (op == CompareOp.EQ && path.uri() == null && path.subAttribute() == null) {
                    terms.put(path.name(), operand);
                }
            }
            case Filter.Or _, Filter.Not _, Filter.Present _, Filter.ValuePath _ -> {}
        }
        return terms;
    }
}
