package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;

/// A filter with its attributes found and its values typed: what the database and {@link FilterEvaluator} run.
/// Every condition is either true or false; a missing value makes `ne` true and everything else false.
///
/// Paths are seen from the resource. Inside {@link ElementMatches} they are seen from one element: of a complex
/// attribute the sub-attribute is set, of a simple one the path is the attribute itself and means the element.
public sealed interface Condition {
    /// What every resource meets.
    Condition ALL = new And(List.of());

    /// What no resource meets.
    Condition NONE = new Or(List.of());

    /// All operands are true; so is `and` of none.
    record And(List<Condition> operands) implements Condition {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /// At least one operand is true; `or` of none is false.
    record Or(List<Condition> operands) implements Condition {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /// The operand is false.
    record Not(Condition operand) implements Condition {}

    /// The attribute has a value; a multi-valued one an element, a complex one a sub-attribute.
    record Present(ResolvedAttribute attribute) implements Condition {}

    /// A single value compares to `key`, the operand's {@link dev.rollcall.scim.schema.SearchKey}. `operand` is
    /// the value behind the key, in the type of the attribute. `ne` is true where there is no value.
    record Compare(ResolvedAttribute attribute, CompareOp op, String key, ScimValue operand) implements Condition {}

    /// One element of the multi-valued attribute, or multi-valued sub-attribute, meets the whole inner
    /// condition.
    record ElementMatches(ResolvedAttribute attribute, Condition condition) implements Condition {}
}
