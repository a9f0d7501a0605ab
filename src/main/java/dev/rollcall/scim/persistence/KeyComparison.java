package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.sql.SqlText;

/// Compares a text expression that yields search keys, in the binary collation, with an operand's key. The
/// answer is true or false, never SQL NULL, also where the expression is NULL: then only `ne` is true.
final class KeyComparison {
    private KeyComparison() {}

    static SqlText of(SqlText expression, CompareOp op, String key) {
        return switch (op) {
            case EQ -> expression.within("(", " <=> ?)", key);
            case NE -> expression.within("NOT (", " <=> ?)", key);
            case CO -> like(expression, "%" + escaped(key) + "%");
            case SW -> like(expression, escaped(key) + "%");
            case EW -> like(expression, "%" + escaped(key));
            case GT -> ordered(expression, ">", key);
            case GE -> ordered(expression, ">=", key);
            case LT -> ordered(expression, "<", key);
            case LE -> ordered(expression, "<=", key);
        };
    }

    private static SqlText like(SqlText expression, String pattern) {
        return expression.within("IFNULL(", " LIKE ? ESCAPE '!', FALSE)", pattern);
    }

    private static SqlText ordered(SqlText expression, String operator, String key) {
        return expression.within("IFNULL(", " " + operator + " ?, FALSE)", key);
    }

    /// The key as a part of a pattern. Not by the backslash: whether that escapes depends on the server's SQL mode.
    static String escaped(String key) {
        return key.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
