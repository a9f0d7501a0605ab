package dev.rollcall.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// A piece of SQL and the values of its `?`, in order. Text of a client is only ever among the values.
///
/// @param fixed whether it is a whole statement that the database prepares: one of few texts, that is sent often
public record SqlText(String sql, List<Object> values, boolean fixed) {
    /// The condition that every row meets.
    public static final SqlText TRUE = of("TRUE");

    /// The condition that no row meets.
    public static final SqlText FALSE = of("FALSE");

    public SqlText {
        values = List.copyOf(values);
    }

    /// A piece, or a statement that is not prepared. What is prepared is kept for each connection, and there is no room
    /// for as many texts as clients send filters.
    public SqlText(String sql, List<Object> values) {
        this(sql, values, false);
    }

    /// A piece with its values.
    public static SqlText of(String sql, Object... values) {
        return new SqlText(sql, List.of(values));
    }

    /// A `?` for each of so many values, as in `?, ?, ?`.
    public static String placeholders(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }

    /// A row of so many values for each of so many rows, as in `(?, ?), (?, ?)`.
    public static String rows(int rows, int values) {
        return String.join(", ", Collections.nCopies(rows, "(" + placeholders(values) + ")"));
    }

    /// Joins conditions by ` AND ` or ` OR `, in parentheses.
    public static SqlText joined(String operator, List<SqlText> operands) {
        var sql = operands.stream().map(SqlText::sql).collect(Collectors.joining(operator, "(", ")"));
        return new SqlText(
                sql, operands.stream().flatMap(one -> one.values().stream()).toList());
    }

    /// `prefix`, this, and `suffix`, where the values of `suffix` follow this piece's.
    public SqlText within(String prefix, String suffix, Object... suffixValues) {
        var all = new ArrayList<>(values);
        all.addAll(List.of(suffixValues));
        return new SqlText(prefix + sql + suffix, all);
    }

    /// This and then `next`.
    public SqlText followedBy(SqlText next) {
        return within("", next.sql(), next.values().toArray());
    }

    /// This and then `next`, which has no values.
    public SqlText followedBy(String next) {
        return within("", next);
    }

    /// This as a whole statement that the database prepares.
    public SqlText prepared() {
        return new SqlText(sql, values, true);
    }

    /// The opposite of this condition.
    public SqlText negated() {
        return within("NOT ", "");
    }
}
