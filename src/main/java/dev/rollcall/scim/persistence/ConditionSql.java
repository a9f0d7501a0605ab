package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.SqlText;
import java.util.List;

/// The walk over a condition. It knows no columns; the leaves know no tree.
final class ConditionSql {
    private ConditionSql() {}

    /// How the leaves of a condition are put in SQL; each answer is true or false, never SQL NULL.
    interface Leaves {
        SqlText present(ResolvedAttribute attribute);

        SqlText compare(Condition.Compare compare);

        SqlText elementMatches(Condition.ElementMatches matches);
    }

    static SqlText of(Condition condition, Leaves leaves) {
        return switch (condition) {
            case Condition.And(var operands) ->
                operands.isEmpty() ? SqlText.TRUE : SqlText.joined(" AND ", all(operands, leaves));
            case Condition.Or(var operands) ->
                operands.isEmpty() ? SqlText.FALSE : SqlText.joined(" OR ", all(operands, leaves));
            case Condition.Not(var operand) -> of(operand, leaves).negated();
            case Condition.Present(var attribute) -> leaves.present(attribute);
            case Condition.Compare compare -> leaves.compare(compare);
            case Condition.ElementMatches matches -> leaves.elementMatches(matches);
        };
    }

    private static List<SqlText> all(List<Condition> operands, Leaves leaves) {
        return operands.stream().map(operand -> of(operand, leaves)).toList();
    }
}
