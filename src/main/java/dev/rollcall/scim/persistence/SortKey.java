package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.SqlText;
import org.jspecify.annotations.Nullable;

/// The value of the row `r` that a search is sorted by, as an SQL expression: a search key in the binary
/// collation, or a number.
///
/// @param optional whether the expression can be NULL, which means no value
/// @param isNumber whether it is a number
/// @param uniqueIndex the unique key over the organization and this column, where it is such a column
record SortKey(
        SqlText sql,
        boolean optional,
        boolean isNumber,
        @Nullable String uniqueIndex) {
    /// What is sorted of a value, in characters: the database itself looks at no more than 1024 bytes, and a
    /// cursor that saw more would lose its place.
    static final int LENGTH = 256;

    /// The key of an attribute that the resource type does not have.
    static final SortKey MISSING = new SortKey(SqlText.of("NULL"), true, false, null);

    private static final String TEXT = " LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH ";

    /// An expression of search keys that is never NULL.
    static SortKey text(SqlText sql) {
        return new SortKey(sql, false, false, null);
    }

    /// An expression of search keys that is NULL where there is no value.
    static SortKey optional(SqlText sql) {
        return new SortKey(sql.within("LEFT(", ", " + LENGTH + ")"), true, false, null);
    }

    /// A column of search keys that is never NULL and differs from row to row.
    static SortKey unique(String column, String index) {
        return new SortKey(SqlText.of(column), false, false, index);
    }

    /// A column of milliseconds.
    static SortKey number(String column) {
        return new SortKey(SqlText.of(column), false, true, null);
    }

    /// The value in the search document: of a multi-valued attribute that of the primary element, or else of
    /// the first (RFC 7644 §3.4.2.3).
    static SortKey document(ResolvedAttribute attribute) {
        var sub = attribute.subAttribute();
        var value = sub != null && attribute.attribute().hasPrimary()
                ? "(SELECT e.v FROM JSON_TABLE(r.search_document, '" + JsonPath.of(attribute.whole())
                        + "[*]' COLUMNS (n FOR ORDINALITY, p" + TEXT + "'$.\"primary\"', v" + TEXT + "'$"
                        + JsonPath.member(sub.name()) + (sub.multiValued() ? "[0]" : "")
                        + "')) e ORDER BY e.p <=> 'true' DESC, e.n LIMIT 1)"
                : "JSON_VALUE(r.search_document, '" + firstPath(attribute) + "')";
        return new SortKey(SqlText.of("LEFT(" + value + ", " + LENGTH + ")"), true, false, null);
    }

    private static String firstPath(ResolvedAttribute attribute) {
        var whole = JsonPath.of(attribute.whole()) + (attribute.attribute().multiValued() ? "[0]" : "");
        var sub = attribute.subAttribute();
        return sub == null ? whole : whole + JsonPath.member(sub.name()) + (sub.multiValued() ? "[0]" : "");
    }

    /// A column that holds the value unless it is too long, and otherwise the document.
    static SortKey lookUp(String column, ResolvedAttribute attribute) {
        var document = document(attribute).sql();
        return new SortKey(
                document.within("LEFT(COALESCE(r." + column + ", ", "), " + LENGTH + ")"), true, false, null);
    }

    /// The value of a position as the database compares it.
    Object operand(String key) {
        return isNumber ? Long.valueOf(key) : key;
    }
}
