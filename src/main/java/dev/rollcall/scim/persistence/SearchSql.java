package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.Search.OfType;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The statements of one search. A search in several types is a union in which each type brings no more than
/// the slice needs, and the documents are read for the slice alone.
final class SearchSql {
    private static final List<String> COLUMNS = List.of("created", "last_modified", "version", "document");

    // By it alone the table would be read across all organizations.
    private static final String WITHOUT_PRIMARY_KEY = "IGNORE INDEX (PRIMARY)";

    private final Search search;
    private final List<@Nullable SortKey> keys;
    private final List<Optional<IndexedOrder>> indexed;
    private final ResourceRows.@Nullable Beside<Derivation> beside;
    private final boolean sorted;
    private final boolean optional;

    SearchSql(Search search) {
        this.search = search;
        var all = new ArrayList<@Nullable SortKey>();
        search.types().forEach(type -> all.add(key(type)));
        keys = all;
        indexed = search.types().stream()
                .map(type -> IndexedOrder.of(search, type))
                .toList();
        beside = beside(search);
        sorted = all.stream().anyMatch(key -> key != null);
        optional = all.stream().anyMatch(key -> key != null && key.optional());
    }

    private @Nullable SortKey key(OfType type) {
        if (!search.sorted()) {
            return null;
        }
        var attribute = type.sortBy();
        return attribute == null ? SortKey.MISSING : type.table().sortKey(attribute, search.baseUri());
    }

    /// The rows of a slice: `id`, `created`, `last_modified`, `version`, `document`, the sort value `k`, and
    /// the number of the type `t`. What is {@link #beside} the rows stands before the last two.
    SqlText slice(Slice slice) {
        return prepared(search.types().size() == 1 ? ofOneType(slice) : ofSeveralTypes(slice));
    }

    /// Pages and look-ups by one value are prepared; other filters and orders make more texts than a connection can
    /// keep.
    private SqlText prepared(SqlText statement) {
        return search.types().size() == 1
                        && !sorted
                        && isPlain(search.types().getFirst().condition())
                ? statement.prepared()
                : statement;
    }

    private static boolean isPlain(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.isEmpty();
            case Condition.Compare compare -> compare.op() == CompareOp.EQ;
            case Condition.ElementMatches matches ->
                matches.condition() instanceof Condition.Compare compare && compare.op() == CompareOp.EQ;
            case Condition.Or _, Condition.Not _, Condition.Present _ -> false;
        };
    }

    /// What is read beside the rows: of look-ups in one type, which find few.
    ResourceRows.@Nullable Beside<Derivation> beside() {
        return beside;
    }

    private static ResourceRows.@Nullable Beside<Derivation> beside(Search search) {
        if (search.types().size() != 1) {
            return null;
        }
        var type = search.types().getFirst();
        return findsFew(type.condition(), type.table().bindings()) ? type.beside() : null;
    }

    // Of a reference many may be true: a group has many members, and all of them pass through the order.
    private static boolean findsFew(Condition condition, AttributeBindings bindings) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.stream().anyMatch(operand -> findsFew(operand, bindings));
            case Condition.Compare compare -> SearchCost.of(compare, bindings) == SearchCost.LOOK_UP;
            case Condition.ElementMatches matches ->
                !bindings.isRelation(matches.attribute()) && SearchCost.of(matches, bindings) == SearchCost.LOOK_UP;
            case Condition.Or _, Condition.Not _, Condition.Present _ -> false;
        };
    }

    private SqlText ofOneType(Slice slice) {
        var columns = "r.id, " + joined("r.%s");
        var rows = beside == null
                ? selected(0, columns, ", 0 AS t", "", slice)
                : selected(0, columns + ", " + beside.columns(), ", 0 AS t", beside.joined(), slice);
        return limited(rows, ordered(0, slice), slice.offset(), slice.count());
    }

    private SqlText ofSeveralTypes(Slice slice) {
        var branches = new ArrayList<SqlText>();
        var joins = new StringBuilder();
        for (var i = 0; i < search.types().size(); i++) {
            var rows = selected(i, "r.id", ", " + i + " AS t", "", slice);
            branches.add(limited(rows, ordered(i, slice), 0, slice.offset() + slice.count())
                    .within("(", ")"));
            joins.append(" LEFT JOIN ").append(search.types().get(i).table().table());
            joins.append(" r" + i + " ON u.t = " + i + " AND r" + i + ".id = u.id");
        }
        var union = SqlText.joined(" UNION ALL ", branches).within("SELECT x.id, x.k, x.t FROM ", " x");
        var page = limited(union, ordered("x.id", slice), slice.offset(), slice.count());
        var documents = IntStream.range(0, branches.size())
                .mapToObj(i -> "r" + i + ".%s")
                .collect(Collectors.joining(", ", "COALESCE(", ")"));
        return page.within(
                "SELECT u.id, " + joined(documents) + ", u.k, u.t FROM (", ") u" + joins + ordered("u.id", slice));
    }

    private static String joined(String column) {
        return COLUMNS.stream().map(name -> column.replace("%s", name)).collect(Collectors.joining(", "));
    }

    private SqlText selected(int type, String columns, String number, String furtherTables, Slice slice) {
        var order = indexed.get(type);
        var from = slice.from();
        if (order.isPresent()) {
            var rows = IndexedOrder.KEY
                    .within("SELECT " + columns + ", ", " AS k" + number)
                    .followedBy(matching(type, order.get()));
            return from == null
                    ? rows
                    : rows.followedBy(" AND ").followedBy(IndexedOrder.behind(from, isDescending(slice)));
        }
        var key = keys.get(type);
        var k = key == null ? SqlText.of("NULL") : key.sql();
        var rows = k.within("SELECT " + columns + ", ", " AS k" + number)
                .followedBy(matching(type, hint(type) + furtherTables));
        return from == null ? rows : rows.followedBy(" AND ").followedBy(behind(key, from, slice));
    }

    /// Where a state is all that is asked for, the index to walk along: given the choice, MariaDB 10.11 may read
    /// another, or this one from the beginning of the organization.
    private String hint(int number) {
        return walkedIndex(number).map(index -> "FORCE INDEX (" + index + ")").orElse(WITHOUT_PRIMARY_KEY);
    }

    /// The index that alone has what is searched in one type, in its order.
    private Optional<String> walkedIndex(int number) {
        var type = search.types().get(number);
        var key = keys.get(number);
        if (key == null) {
            return type.table().stateIndex(type.condition());
        }
        return type.condition().equals(Condition.ALL) ? Optional.ofNullable(key.uniqueIndex()) : Optional.empty();
    }

    /// Whether the places in the order are found on an index alone.
    boolean isWalkedAlongAnIndex() {
        return search.types().size() == 1 && walkedIndex(0).isPresent();
    }

    /// The place of one resource: `id` and the sort value `k`, on the index alone.
    SqlText place(Slice slice) {
        var rows = selected(0, "r.id", "", "", slice);
        var key = keys.getFirst();
        // As a range the index is passed over in a fifth of the time.
        var ranged = slice.from() != null
                ? rows
                : rows.followedBy(" AND ")
                        .followedBy(key == null ? SqlText.of("r.id") : key.sql())
                        .followedBy(" >= ''");
        return limited(ranged, ordered("r.id", slice), slice.offset(), 1);
    }

    private SqlText matching(int number) {
        return matching(number, WITHOUT_PRIMARY_KEY);
    }

    private SqlText matching(int number, String hint) {
        var type = search.types().get(number);
        var rows = SqlText.of(
                " FROM " + type.table().table() + " r " + hint + " WHERE r.organization_id = ?",
                ResourceIds.bytes(search.organizationId()));
        return meeting(rows, type.table(), type.condition());
    }

    private SqlText matching(int number, IndexedOrder order) {
        var table = search.types().get(number).table();
        return meeting(order.matching(search, table), table, order.condition());
    }

    private SqlText meeting(SqlText rows, ResourceTable table, Condition condition) {
        var translator = new FilterTranslator(table.bindings(), search.organizationId(), search.baseUri());
        return rows.followedBy(" AND ")
                .followedBy(table.restriction())
                .followedBy(" AND ")
                .followedBy(translator.translate(condition));
    }

    private static SqlText limited(SqlText rows, String order, long offset, long count) {
        return rows.within("", order + " LIMIT ? OFFSET ?", count, offset);
    }

    /// The order of the rows of one type.
    private String ordered(int type, Slice slice) {
        return indexed.get(type).isPresent() ? IndexedOrder.ordered(isDescending(slice)) : ordered("r.id", slice);
    }

    private String ordered(String id, Slice slice) {
        var direction = isDescending(slice) ? " DESC" : "";
        var order = new StringJoiner(direction + ", ", " ORDER BY ", direction);
        if (sorted && optional) {
            order.add("k IS NULL");
        }
        if (sorted) {
            order.add("k");
        }
        if (!isUnique()) {
            order.add(id);
        }
        return order.toString();
    }

    /// Whether the sort value alone orders everything: an index on it would not be used with more than it
    /// holds.
    private boolean isUnique() {
        var key = keys.getFirst();
        return keys.size() == 1 && key != null && key.uniqueIndex() != null;
    }

    private boolean isDescending(Slice slice) {
        return search.descending() != slice.backwards();
    }

    private SqlText behind(@Nullable SortKey key, Position from, Slice slice) {
        var descending = isDescending(slice);
        var beyond = descending ? "<" : ">";
        var id = SqlText.of("r.id " + beyond + " ?", ResourceIds.bytes(from.id()));
        if (key == null) {
            return id;
        }
        var k = key.sql();
        var text = from.key();
        if (text == null) {
            return k.within("(", descending ? " IS NOT NULL OR " : " IS NULL AND ")
                    .followedBy(id)
                    .followedBy(")");
        }
        var operand = key.operand(text);
        if (isUnique()) {
            return k.within("", " " + beyond + " ?", operand);
        }
        var further = k.within("(", " " + beyond + "= ?", operand)
                .followedBy(k.within(" AND (", " " + beyond + " ? OR ", operand))
                .followedBy(id)
                .followedBy("))");
        return descending || !key.optional()
                ? further
                : k.within("(", " IS NULL OR ").followedBy(further).followedBy(")");
    }

    /// The number of matches; no more than `most` are counted, unless that is 0.
    SqlText count(long most) {
        var counts = new ArrayList<SqlText>();
        for (var i = 0; i < search.types().size(); i++) {
            var matching = matching(i);
            counts.add(
                    most == 0
                            ? matching.within("(SELECT COUNT(*)", ")")
                            : matching.within("(SELECT COUNT(*) FROM (SELECT 1", " LIMIT ?) c)", most));
        }
        return prepared(SqlText.joined(" + ", counts).within("SELECT ", ""));
    }
}
