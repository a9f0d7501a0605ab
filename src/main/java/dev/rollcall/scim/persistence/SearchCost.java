package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What the database has to look at for a search, as far as its condition and its order tell: the cheapest first.
enum SearchCost {
    /// A few rows, which an index finds by a value.
    LOOK_UP,
    /// A range of an index, which may be all of the organization, in its order.
    LIST,
    /// Every resource of the organization, and its document.
    SCAN;

    /// What a slice of a search costs.
    static SearchCost ofSlice(Search search) {
        return dearest(search.types().stream().map(type -> ordered(search, type)));
    }

    /// What counting its matches costs.
    static SearchCost ofCount(Search search) {
        return dearest(search.types().stream().map(SearchCost::of));
    }

    private static SearchCost ordered(Search search, Search.OfType type) {
        var cost = of(type);
        return cost == LIST && search.sorted() && !isInOrderOfAnIndex(search, type) ? SCAN : cost;
    }

    private static boolean isInOrderOfAnIndex(Search search, Search.OfType type) {
        var attribute = type.sortBy();
        if (attribute == null) {
            return false;
        }
        var key = type.table().sortKey(attribute, search.baseUri());
        return key == null || key.uniqueIndex() != null;
    }

    private static SearchCost of(Search.OfType type) {
        return of(type.condition(), type.table().bindings());
    }

    /// What a condition costs: of several that must hold the database begins with the cheapest.
    static SearchCost of(Condition condition, AttributeBindings bindings) {
        return switch (condition) {
            case Condition.And(var operands) ->
                operands.stream()
                        .map(operand -> of(operand, bindings))
                        .min(Enum::compareTo)
                        .orElse(LIST);
            case Condition.Or(var operands) ->
                isOfOneColumn(operands) ? dearest(operands.stream().map(operand -> of(operand, bindings))) : SCAN;
            case Condition.Not _, Condition.Present _ -> SCAN;
            case Condition.Compare compare -> ofCompare(compare, bindings);
            case Condition.ElementMatches matches -> ofElement(matches, bindings);
        };
    }

    // Alternatives of different columns are not looked up one after the other.
    private static boolean isOfOneColumn(List<Condition> operands) {
        var columns = operands.stream()
                .map(operand ->
                        operand instanceof Condition.Compare compare ? List.of(compare.attribute()) : noColumn())
                .toList();
        return columns.stream().allMatch(column -> !column.isEmpty() && column.equals(columns.getFirst()));
    }

    private static List<ResolvedAttribute> noColumn() {
        return Collections.emptyList();
    }

    private static SearchCost ofCompare(Condition.Compare compare, AttributeBindings bindings) {
        var binding = bindings.binding(compare.attribute());
        if (binding.isPresent()) {
            return binding.get().cost(compare);
        }
        return isIndexed(compare, bindings) ? LOOK_UP : SCAN;
    }

    private static boolean isIndexed(Condition.Compare compare, AttributeBindings bindings) {
        return compare.op() == CompareOp.EQ
                && bindings.indexed().contains(compare.attribute())
                && AttributeBindings.fitsKey(compare.key());
    }

    private static SearchCost ofElement(Condition.ElementMatches matches, AttributeBindings bindings) {
        var isRelation = bindings.isRelation(matches.attribute());
        return terms(matches.condition())
                        .anyMatch(term -> term instanceof Condition.Compare compare
                                && (isRelation ? isReference(compare) : isIndexed(compare, bindings)))
                ? LOOK_UP
                : SCAN;
    }

    private static boolean isReference(Condition.Compare compare) {
        var sub = compare.attribute().subAttribute();
        return compare.op() == CompareOp.EQ && sub != null && sub.isNamed("value");
    }

    private static Stream<Condition> terms(Condition condition) {
        return condition instanceof Condition.And(var operands)
                ? operands.stream().flatMap(SearchCost::terms)
                : Stream.of(condition);
    }

    private static SearchCost dearest(Stream<SearchCost> costs) {
        return costs.max(Enum::compareTo).orElse(LOOK_UP);
    }
}
