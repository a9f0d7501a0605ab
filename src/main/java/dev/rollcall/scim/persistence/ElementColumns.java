package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Conditions on elements that are rows: where each sub-attribute of an element is found. Every element has all
/// of them. Not for use by several threads.
public final class ElementColumns implements ConditionSql.Leaves {
    private final Map<String, Function<Condition.Compare, SqlText>> columns = new HashMap<>();

    /// The identifier of a resource, in a column of bytes.
    public ElementColumns identifier(String subAttribute, String column) {
        columns.put(subAttribute, compare -> switch (compare.op()) {
            case EQ -> equal(column, compare.key());
            case NE -> equal(column, compare.key()).negated();
            case CO, SW, EW, GT, GE, LT, LE ->
                KeyComparison.of(text(SqlText.of(idText(column))), compare.op(), compare.key());
        });
        return this;
    }

    /// An expression that is never NULL and gives the search key in the binary collation.
    public ElementColumns key(String subAttribute, String expression) {
        columns.put(
                subAttribute,
                compare -> KeyComparison.of(SqlText.of("(" + expression + ")"), compare.op(), compare.key()));
        return this;
    }

    /// An expression of any collation that is never NULL.
    public ElementColumns computed(String subAttribute, SqlText expression) {
        columns.put(subAttribute, compare -> KeyComparison.of(text(expression), compare.op(), compare.key()));
        return this;
    }

    /// The condition on the row in which the columns are.
    public SqlText translate(Condition condition) {
        return ConditionSql.of(condition, this);
    }

    /// The identifier in a column of bytes, as clients see it.
    public static String idText(String column) {
        return "LOWER(CONCAT_WS('-', HEX(LEFT(%1$s, 4)), HEX(SUBSTR(%1$s, 5, 2)), HEX(SUBSTR(%1$s, 7, 2)),"
                .concat(" HEX(SUBSTR(%1$s, 9, 2)), HEX(RIGHT(%1$s, 6))))")
                .formatted(column);
    }

    // What a function makes of a binary column or a parameter is in the connection's collation.
    static SqlText text(SqlText expression) {
        return expression.within("(CONVERT(", " USING utf8mb4) COLLATE utf8mb4_nopad_bin)");
    }

    private static SqlText equal(String column, String id) {
        return ResourceIds.parse(id)
                .map(ResourceIds::bytes)
                .map(bytes -> SqlText.of("(" + column + " = ?)", bytes))
                .orElse(SqlText.FALSE);
    }

    @Override
    public SqlText present(ResolvedAttribute attribute) {
        return SqlText.TRUE;
    }

    @Override
    public SqlText compare(Condition.Compare compare) {
        var sub = compare.attribute().subAttribute();
        var column = sub == null ? null : columns.get(sub.name());
        if (column == null) {
            return compare.op() == CompareOp.NE ? SqlText.TRUE : SqlText.FALSE;
        }
        return column.apply(compare);
    }

    @Override
    public SqlText elementMatches(Condition.ElementMatches matches) {
        throw new IllegalArgumentException(matches.attribute() + " has several values in an element that is a row");
    }
}
