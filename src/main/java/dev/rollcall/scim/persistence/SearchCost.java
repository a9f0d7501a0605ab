package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import java.util.List;
import java.util.Optional;
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
        return key == null
                || key.uniqueIndex() != null
                || IndexedOrder.of(search, type).isPresent();
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
                isOfOneColumn(operands, bindings)
                        ? dearest(operands.stream().map(operand -> of(operand, bindings)))
                        : SCAN;
            case Condition.Not _ -> SCAN;
            case Condition.Present(var attribute) -> bindings.number(attribute).isPresent() ? LIST : SCAN;
            case Condition.Compare compare -> ofCompare(compare, bindings);
            case Condition.ElementMatches matches -> ofElement(matches, bindings);
        };
    }

    // Alternatives of different columns, or in a table beside, are not looked up one after the other.
    private static boolean isOfOneColumn(List<Condition> operands, AttributeBindings bindings) {
        var columns =
                operands.stream().map(operand -> column(operand, bindings)).toList();
        return columns.stream().allMatch(column -> column.isPresent() && column.equals(columns.getFirst()));
    }

    private static Optional<ResolvedAttribute> column(Condition operand, AttributeBindings bindings) {
        return operand instanceof Condition.Compare compare
                        && bindings.binding(compare.attribute())
                                .filter(binding -> binding.cost(compare) != SCAN)
                                .isPresent()
                ? Optional.of(compare.attribute())
                : Optional.empty();
    }

    private static SearchCost ofCompare(Condition.Compare compare, AttributeBindings bindings) {
        var bound = bindings.binding(compare.attribute())
                .map(binding -> binding.cost(compare))
                .orElseGet(() -> isIndexed(compare, bindings) ? LOOK_UP : SCAN);
        // Many may have the same value of what was not made to be looked up.
        return bound == SCAN && bindings.isInIndex(compare) ? LIST : bound;
    }

    private static boolean isIndexed(Condition.Compare compare, AttributeBindings bindings) {
        return compare.op() == CompareOp.EQ
                && bindings.indexed().contains(compare.attribute())
                && AttributeBindings.fitsKey(compare.key());
    }

    private static SearchCost ofElement(Condition.ElementMatches matches, AttributeBindings bindings) {
        if (bindings.isRelation(matches.attribute())) {
            return terms(matches.condition())
                            .anyMatch(term -> term instanceof Condition.Compare compare && isReference(compare))
                    ? LOOK_UP
                    : SCAN;
        }
        return terms(matches.condition())
                .filter(term -> term instanceof Condition.Compare || term instanceof Condition.Present)
                .map(term -> of(term, bindings))
                .min(Enum::compareTo)
                .orElse(SCAN);
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
