package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.ArrayList;
import java.util.List;

/// What one comparison means for an attribute: which elements it quantifies over, and what null, `ne` and a
/// missing `primary` mean.
final class Leaves {
    private static final ScimValue TRUE = ScimValue.of(true);

    private final OperandTyping typing;

    Leaves(OperandTyping typing) {
        this.typing = typing;
    }

    /// `path pr`, seen from the resource.
    Condition present(ResolvedAttribute path) {
        var present = presentInElement(path);
        return path.attribute().multiValued() && path.subAttribute() != null
                ? new Condition.ElementMatches(path.whole(), present)
                : present;
    }

    /// `path pr`, seen from one element.
    Condition presentInElement(ResolvedAttribute path) {
        return new Condition.Present(path);
    }

    /// `path op operand`, seen from the resource.
    Condition compare(ResolvedAttribute path, CompareOp op, ScimValue operand) {
        if (operand instanceof ScimValue.Null) {
            return compareToNull(path, op, present(path));
        }
        var compared = comparable(path);
        var quantified = new ArrayList<ResolvedAttribute>();
        if (compared.attribute().multiValued()) {
            quantified.add(compared.whole());
        }
        quantified.addAll(multiValuedSubAttribute(compared));
        return anyOf(quantified, op, single(compared, op, operand));
    }

    /// `path op operand`, seen from one element.
    Condition compareInElement(ResolvedAttribute path, CompareOp op, ScimValue operand) {
        if (operand instanceof ScimValue.Null) {
            return compareToNull(path, op, presentInElement(path));
        }
        return anyOf(multiValuedSubAttribute(path), op, single(path, op, operand));
    }

    private static List<ResolvedAttribute> multiValuedSubAttribute(ResolvedAttribute path) {
        var sub = path.subAttribute();
        return sub != null && sub.multiValued() ? List.of(path) : List.of();
    }

    /// The comparison of an attribute that never has a value.
    static Condition withoutValue(AttributePath path, CompareOp op, ScimValue operand) {
        if (operand instanceof ScimValue.Null) {
            return compareToNull(path, op, Condition.NONE);
        }
        return op == CompareOp.NE ? Condition.ALL : Condition.NONE;
    }

    // null is the unassigned state (RFC 7643 §2.5).
    private static Condition compareToNull(Object path, CompareOp op, Condition present) {
        return switch (op) {
            case EQ -> new Condition.Not(present);
            case NE -> present;
            case CO, SW, EW, GT, GE, LT, LE ->
                throw ScimException.invalidFilter("Filter: '" + path + "' can be compared with null by eq and ne only");
        };
    }

    /// A multi-valued complex attribute stands for its `value` (RFC 7644 §3.4.2.2).
    private static ResolvedAttribute comparable(ResolvedAttribute path) {
        if (!path.target().isComplex()) {
            return path;
        }
        if (!path.attribute().multiValued()) {
            throw complex(path);
        }
        return path.attribute()
                .subAttribute("value")
                .map(path::at)
                .map(FilterResolver::allowed)
                .orElseThrow(() -> complex(path));
    }

    private static ScimException complex(ResolvedAttribute path) {
        var example = path.attribute().subAttributes().stream()
                .findFirst()
                .map(sub -> ", such as " + path.at(sub))
                .orElse("");
        return ScimException.invalidFilter(
                "Filter: attribute '" + path + "' is complex: compare one of its sub-attributes" + example);
    }

    /// Any element will do; for `ne` having none will do as well.
    private static Condition anyOf(List<ResolvedAttribute> quantified, CompareOp op, Condition condition) {
        var result = condition;
        for (var attribute : quantified.reversed()) {
            result = new Condition.ElementMatches(attribute, result);
            if (op == CompareOp.NE) {
                result = new Condition.Or(List.of(new Condition.Not(new Condition.Present(attribute)), result));
            }
        }
        return result;
    }

    private Condition single(ResolvedAttribute path, CompareOp op, ScimValue operand) {
        var typed = typing.typed(path, op, operand);
        return isPrimary(path)
                ? primary(path, (op == CompareOp.EQ) == typed.equals(TRUE))
                : comparison(path, op, typed);
    }

    private static boolean isPrimary(ResolvedAttribute path) {
        SchemaAttribute sub = path.subAttribute();
        return sub != null && sub.isNamed("primary") && path.attribute().hasPrimary();
    }

    // A missing `primary` is false (RFC 7643 §2.4), so only true is ever compared.
    private static Condition primary(ResolvedAttribute path, boolean expected) {
        var isTrue = comparison(path, CompareOp.EQ, TRUE);
        return expected ? isTrue : new Condition.Not(isTrue);
    }

    /// The comparison with an operand that has the attribute's type.
    static Condition comparison(ResolvedAttribute path, CompareOp op, ScimValue typed) {
        return new Condition.Compare(path, op, SearchKey.of(path.target(), typed), typed);
    }
}
