package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.sql.SqlText;

/// What the table `indexed_value` says of a row `r`. Its keys are `1` and the beginning of a value's search key, or
/// `2` for a resource without a value, which so stands behind all others.
final class IndexedValues {
    /// The key of a resource without a value, in SQL.
    static final String MISSING = "'2'";

    private static final String VALUE = "1";

    private static final String EXISTS = "EXISTS (SELECT 1 FROM indexed_value i WHERE i.attribute = ?"
            + " AND i.organization_id = r.organization_id AND i.resource_id = r.id AND ";

    private IndexedValues() {}

    /// Whether it tells those that may meet a comparison from those that cannot.
    static boolean serve(Condition.Compare compare) {
        return switch (compare.op()) {
            case EQ, GT, GE, LT, LE -> true;
            case SW -> !compare.key().isEmpty();
            case NE, CO, EW -> false;
        };
    }

    /// Whether exactly those meet the comparison of whom it says so: longer values are there with their beginning.
    static boolean areExact(Condition.Compare compare) {
        return compare.key().codePointCount(0, compare.key().length()) < SortKey.LENGTH;
    }

    /// One of the values is a value.
    static SqlText present(int attribute) {
        return SqlText.of(EXISTS + "i.value_key < " + MISSING + ")", attribute);
    }

    /// One of the values meets the comparison, or its beginning leaves that open.
    static SqlText compare(int attribute, Condition.Compare compare) {
        return SqlText.of(EXISTS, attribute)
                .followedBy(range("i.value_key", compare))
                .followedBy(")");
    }

    /// The keys of such values.
    static SqlText range(String column, Condition.Compare compare) {
        var key = key(compare.key());
        var isExact = areExact(compare);
        return switch (compare.op()) {
            case EQ -> SqlText.of(column + " = ?", key);
            case SW -> SqlText.of(column + " LIKE ? ESCAPE '!'", KeyComparison.escaped(key) + "%");
            case GT, GE -> {
                var operator = compare.op() == CompareOp.GT && isExact ? " > ?" : " >= ?";
                yield SqlText.of("(" + column + operator + " AND " + column + " < " + MISSING + ")", key);
            }
            case LT, LE -> {
                var operator = compare.op() == CompareOp.LT && isExact ? " < ?" : " <= ?";
                yield SqlText.of("(" + column + operator + ")", key);
            }
            case NE, CO, EW -> throw new IllegalArgumentException(compare.op() + " is served by no index");
        };
    }

    /// The key of a value.
    static String key(String searchKey) {
        var length = searchKey.codePointCount(0, searchKey.length());
        return VALUE
                + (length <= SortKey.LENGTH
                        ? searchKey
                        : searchKey.substring(0, searchKey.offsetByCodePoints(0, SortKey.LENGTH)));
    }
}
