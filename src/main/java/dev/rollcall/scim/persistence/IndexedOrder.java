package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.Search.OfType;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.Optional;

/// The order of an attribute that is indexed by configuration: the resources `r` of one type are met along its index
/// `s`, and nothing is sorted.
///
/// @param attribute its number
/// @param condition what of the search's condition a resource has to meet beside the range
/// @param range which keys are walked along
record IndexedOrder(int attribute, Condition condition, SqlText range) {
    /// The sort value: NULL where there is none.
    static final SqlText KEY =
            SqlText.of("IF(s.value_key < " + IndexedValues.MISSING + ", SUBSTR(s.value_key, 2), NULL)");

    /// The order of a search in one type; empty where the index does not have it, or where another index finds the few
    /// that are asked for.
    static Optional<IndexedOrder> of(Search search, OfType type) {
        var sortBy = type.sortBy();
        if (!search.sorted() || sortBy == null || isOfSeveral(sortBy)) {
            return Optional.empty();
        }
        return type.table().bindings().number(sortBy).flatMap(number -> along(number, sortBy, type));
    }

    // Of several values the primary one counts, and the index does not know which that is.
    private static boolean isOfSeveral(ResolvedAttribute attribute) {
        return attribute.attribute().multiValued() || attribute.target().multiValued();
    }

    private static Optional<IndexedOrder> along(int number, ResolvedAttribute sortBy, OfType type) {
        var condition = type.condition();
        if (condition instanceof Condition.Compare compare
                && compare.attribute().equals(sortBy)
                && IndexedValues.serve(compare)
                && IndexedValues.areExact(compare)) {
            return Optional.of(new IndexedOrder(number, Condition.ALL, IndexedValues.range("s.value_key", compare)));
        }
        return type.table().stateIndex(condition).isPresent()
                        || SearchCost.of(condition, type.table().bindings()) == SearchCost.SCAN
                ? Optional.of(new IndexedOrder(number, condition, SqlText.TRUE))
                : Optional.empty();
    }

    /// The resources of a type, as far as the index tells.
    SqlText matching(Search search, ResourceTable table) {
        var organization = ResourceIds.bytes(search.organizationId());
        return SqlText.of(
                        " FROM indexed_value s STRAIGHT_JOIN " + table.table() + " r ON r.id = s.resource_id"
                                + " WHERE s.attribute = ? AND s.organization_id = ? AND r.organization_id = ? AND ",
                        attribute,
                        organization,
                        organization)
                .followedBy(range);
    }

    /// The order along the index.
    static String ordered(boolean descending) {
        return descending ? " ORDER BY s.value_key DESC, s.resource_id DESC" : " ORDER BY s.value_key, s.resource_id";
    }

    /// What stands behind a position.
    static SqlText behind(Position from, boolean descending) {
        var beyond = descending ? "<" : ">";
        var text = from.key();
        var key = text == null ? SqlText.of(IndexedValues.MISSING) : SqlText.of("?", IndexedValues.key(text));
        return key.within("(s.value_key " + beyond + "= ", " AND (s.value_key " + beyond + " ")
                .followedBy(key)
                .followedBy(SqlText.of(" OR s.resource_id " + beyond + " ?))", ResourceIds.bytes(from.id())));
    }
}
