package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;

/// A change to an attribute whose elements are kept apart from the other attributes, as `members` of a group
/// are: it says what to do to the elements without knowing them, so that its cost is its own size.
public sealed interface ElementChange {

    /// These elements are there afterwards, beside those that were.
    record Add(List<ScimValue.Complex> elements) implements ElementChange {
        public Add {
            elements = List.copyOf(elements);
        }
    }

    /// The elements that these name are gone afterwards.
    record Remove(List<ScimValue.Complex> elements) implements ElementChange {
        public Remove {
            elements = List.copyOf(elements);
        }
    }

    /// The elements that meet the condition are gone afterwards.
    record RemoveMatching(Condition condition) implements ElementChange {}

    /// The request is refused where an element meets the condition.
    record Forbid(Condition condition, ScimException refusal) implements ElementChange {}

    /// The request is refused where no element meets the condition.
    record Require(Condition condition, ScimException refusal) implements ElementChange {}

    /// These elements, and no others, are there afterwards.
    record Replace(List<ScimValue.Complex> elements) implements ElementChange {
        public Replace {
            elements = List.copyOf(elements);
        }
    }
}
