package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.DateTimes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where one singular attribute lives, when it is not only in the search document: how it is compared, and when
/// it is there. The row is called `r`. Every answer is true or false, never SQL NULL.
sealed interface AttributeBinding {
    /// Keys in columns and in the value index are at most this long, in characters; longer values are in the
    /// document alone.
    int MAX_KEY = 512;

    SqlText compare(Condition.Compare compare, String baseUri);

    /// What the attribute is sorted by; null for the identifier, by which everything is sorted in the end.
    @Nullable
    SortKey sortKey(ResolvedAttribute attribute, String baseUri);

    /// What it costs to find the rows that a comparison is true for.
    default SearchCost cost(Condition.Compare compare) {
        return SearchCost.SCAN;
    }

    /// Whether the search document has the value as well.
    default boolean isInDocument() {
        return switch (this) {
            case KeyColumn _, LookUpColumn _, FlagColumn _ -> true;
            case Identifier _, InstantColumn _, Computed _, Derived _ -> false;
        };
    }

    /// A column that always holds the search key, which is unique in the organization.
    record KeyColumn(String column, String index) implements AttributeBinding {
        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            return KeyComparison.of(SqlText.of("r." + column), compare.op(), compare.key());
        }

        @Override
        public SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return SortKey.unique("r." + column, index);
        }

        @Override
        public SearchCost cost(Condition.Compare compare) {
            return switch (compare.op()) {
                case EQ -> SearchCost.LOOK_UP;
                case SW -> compare.key().isEmpty() ? SearchCost.SCAN : SearchCost.LIST;
                case NE, CO, EW, GT, GE, LT, LE -> SearchCost.SCAN;
            };
        }
    }

    /// A column that holds the search key unless that is too long. It serves `eq`; the document serves the
    /// rest.
    record LookUpColumn(String column) implements AttributeBinding {
        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            return compare.op() == CompareOp.EQ && fits(compare.key())
                    ? SqlText.of("(r." + column + " <=> ?)", compare.key())
                    : documentComparison(compare);
        }

        @Override
        public SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return SortKey.lookUp(column, attribute);
        }

        @Override
        public SearchCost cost(Condition.Compare compare) {
            return compare.op() == CompareOp.EQ && fits(compare.key()) ? SearchCost.LOOK_UP : SearchCost.SCAN;
        }
    }

    /// A column of a boolean that every resource has, or NULL where it has none. It serves `eq` and `ne`, which are
    /// all that booleans know.
    ///
    /// @param index over the organization, the column and the identifier
    record FlagColumn(String column, String index) implements AttributeBinding {
        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            return switch (compare.op()) {
                case EQ -> is(compare);
                case NE -> is(compare).negated();
                case CO, SW, EW, GT, GE, LT, LE -> documentComparison(compare);
            };
        }

        @Override
        public SearchCost cost(Condition.Compare compare) {
            return compare.op() == CompareOp.EQ ? SearchCost.LIST : SearchCost.SCAN;
        }

        // Not a value of the statement: each of the two is a plan of its own.
        private SqlText is(Condition.Compare compare) {
            return SqlText.of("(r." + column + " <=> " + (isTrue(compare) ? "TRUE" : "FALSE") + ")");
        }

        @Override
        public SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return SortKey.document(attribute);
        }
    }

    /// The primary key.
    record Identifier() implements AttributeBinding {
        /// The identifier as clients see it, of the row `r`.
        static final String TEXT = ElementColumns.idText("r.id");

        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            return switch (compare.op()) {
                case EQ -> equal(compare.key());
                case NE -> equal(compare.key()).negated();
                case CO, SW, EW, GT, GE, LT, LE ->
                    KeyComparison.of(ElementColumns.text(SqlText.of(TEXT)), compare.op(), compare.key());
            };
        }

        @Override
        public @Nullable SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return null;
        }

        @Override
        public SearchCost cost(Condition.Compare compare) {
            return compare.op() == CompareOp.EQ ? SearchCost.LOOK_UP : SearchCost.SCAN;
        }

        private static SqlText equal(String id) {
            return ResourceIds.parse(id)
                    .map(ResourceIds::bytes)
                    .map(bytes -> SqlText.of("(r.id = ?)", bytes))
                    .orElse(SqlText.FALSE);
        }
    }

    /// A column of milliseconds, with an index over the organization and it or without. Operands may be finer: between
    /// two milliseconds they equal neither.
    record InstantColumn(String column, boolean isIndexed) implements AttributeBinding {
        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            var instant = operand(compare);
            var millis = instant.toEpochMilli();
            var exact = Instant.ofEpochMilli(millis).equals(instant);
            return switch (compare.op()) {
                case EQ -> exact ? is("=", millis) : SqlText.FALSE;
                case NE -> exact ? is("<>", millis) : SqlText.TRUE;
                case GT -> is(">", millis);
                case GE -> is(exact ? ">=" : ">", millis);
                case LT -> is(exact ? "<" : "<=", millis);
                case LE -> is("<=", millis);
                case CO, SW, EW -> throw new IllegalStateException(compare.op() + " on a dateTime");
            };
        }

        @Override
        public SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return SortKey.number("r." + column);
        }

        @Override
        public SearchCost cost(Condition.Compare compare) {
            return isIndexed && compare.op() != CompareOp.NE ? SearchCost.LIST : SearchCost.SCAN;
        }

        private static Instant operand(Condition.Compare compare) {
            return compare.operand() instanceof ScimValue.Text(var text)
                    ? DateTimes.parse(text).orElseThrow()
                    : Instant.parse(compare.key());
        }

        private SqlText is(String operator, long millis) {
            return SqlText.of("(r." + column + " " + operator + " ?)", millis);
        }
    }

    /// A text that is computed from the row and the base URI.
    record Computed(UnaryOperator<String> prefix, String sql) implements AttributeBinding {
        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            return KeyComparison.of(expression(baseUri), compare.op(), compare.key());
        }

        @Override
        public SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return SortKey.text(expression(baseUri));
        }

        private SqlText expression(String baseUri) {
            return ElementColumns.text(SqlText.of("CONCAT(?, " + sql + ")", prefix.apply(baseUri)));
        }
    }

    /// What other resources say of this one, as an expression in the binary collation that is NULL where they
    /// say nothing.
    record Derived(Function<String, SqlText> expression) implements AttributeBinding {
        @Override
        public SqlText compare(Condition.Compare compare, String baseUri) {
            return KeyComparison.of(expression.apply(baseUri), compare.op(), compare.key());
        }

        @Override
        public SortKey sortKey(ResolvedAttribute attribute, String baseUri) {
            return SortKey.optional(expression.apply(baseUri));
        }

        SqlText present(String baseUri) {
            return expression.apply(baseUri).within("(", " IS NOT NULL)");
        }
    }

    /// The comparison within the search document, which every attribute has.
    static SqlText documentComparison(Condition.Compare compare) {
        var value = SqlText.of("JSON_VALUE(r.search_document, '" + JsonPath.of(compare.attribute()) + "')");
        return KeyComparison.of(value, compare.op(), compare.key());
    }

    /// Whether a boolean is compared with true.
    static boolean isTrue(Condition.Compare compare) {
        return compare.operand().equals(ScimValue.of(true));
    }

    /// True for a key that columns and the value index hold.
    static boolean fits(String key) {
        return key.codePointCount(0, key.length()) <= MAX_KEY;
    }
}
