package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.SqlText;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Turns a condition into SQL on the row `r` of a resource type. Four laws hold: a value path is one EXISTS, so
/// that its conditions meet on one element; every piece is true or false, never NULL, so that `not` is honest;
/// LIKE escapes with `!`; case rules come from search keys in a binary collation, never from the database's
/// default.
public final class FilterTranslator implements ConditionSql.Leaves {
    private static final Condition ANY = new Condition.And(List.of());

    private final AttributeBindings bindings;
    private final UUID organizationId;
    private final String baseUri;

    /// A translator for one request, to whose organization `r` belongs; `baseUri` is what `meta.location`
    /// begins with.
    public FilterTranslator(AttributeBindings bindings, UUID organizationId, String baseUri) {
        this.bindings = bindings;
        this.organizationId = organizationId;
        this.baseUri = baseUri;
    }

    /// The condition as SQL.
    public SqlText translate(Condition condition) {
        return ConditionSql.of(condition, this);
    }

    @Override
    public SqlText present(ResolvedAttribute attribute) {
        if (AttributeBindings.isServerAssigned(attribute)) {
            return SqlText.TRUE;
        }
        var relation = bindings.relation(attribute);
        if (relation.isPresent()) {
            return relation.get().any(ANY, organizationId, baseUri);
        }
        if (bindings.binding(attribute).orElse(null) instanceof AttributeBinding.Derived derived) {
            return derived.present(baseUri);
        }
        return bindings.number(attribute)
                .map(IndexedValues::present)
                .orElseGet(() -> SqlText.of("JSON_EXISTS(r.search_document, '" + JsonPath.of(attribute) + "')"));
    }

    @Override
    public SqlText compare(Condition.Compare compare) {
        var binding = bindings.binding(compare.attribute());
        if (binding.isEmpty() && isLookUp(compare)) {
            return lookUp(compare);
        }
        var itself = binding.map(one -> one.compare(compare, baseUri))
                .orElseGet(() -> AttributeBinding.documentComparison(compare));
        var isServed =
                binding.filter(one -> one.cost(compare) != SearchCost.SCAN).isPresent();
        if (isServed || !bindings.isInIndex(compare)) {
            return itself;
        }
        return IndexedValues.areExact(compare)
                ? inIndex(compare)
                : SqlText.joined(" AND ", List.of(inIndex(compare), itself));
    }

    @Override
    public SqlText elementMatches(Condition.ElementMatches matches) {
        return bindings.relation(matches.attribute())
                .map(relation -> relation.any(matches.condition(), organizationId, baseUri))
                .orElseGet(() -> inDocument(matches));
    }

    private SqlText inDocument(Condition.ElementMatches matches) {
        var lookUps = impliedLookUps(matches.condition()).toList();
        if (lookUps.size() == 1 && isAllSaid(matches.condition())) {
            return lookUps.getFirst();
        }
        var exists = ElementTable.exists(matches);
        return lookUps.isEmpty()
                ? exists
                : SqlText.joined(
                        " AND ",
                        Stream.concat(lookUps.stream(), Stream.of(exists)).toList());
    }

    /// Whether an index says all of a condition of an element of which it says something.
    private boolean isAllSaid(Condition condition) {
        return condition instanceof Condition.Present
                || (condition instanceof Condition.Compare compare
                        && (isLookUp(compare) || IndexedValues.areExact(compare)));
    }

    /// What the value index and that of configured attributes can say of an element: each comparison that must hold. It
    /// only narrows, so that the planner can start there.
    private Stream<SqlText> impliedLookUps(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.stream().flatMap(this::impliedLookUps);
            case Condition.Compare compare when isLookUp(compare) -> Stream.of(lookUp(compare));
            case Condition.Compare compare when bindings.isInIndex(compare) -> Stream.of(inIndex(compare));
            case Condition.Present(var attribute) -> bindings.number(attribute).map(IndexedValues::present).stream();
            case Condition.Compare _, Condition.Or _, Condition.Not _, Condition.ElementMatches _ -> Stream.empty();
        };
    }

    private SqlText inIndex(Condition.Compare compare) {
        return IndexedValues.compare(bindings.number(compare.attribute()).orElseThrow(), compare);
    }

    private boolean isLookUp(Condition.Compare compare) {
        return compare.op() == CompareOp.EQ
                && bindings.indexed().contains(compare.attribute())
                && AttributeBindings.fitsKey(compare.key());
    }

    private static SqlText lookUp(Condition.Compare compare) {
        return SqlText.of(
                "EXISTS (SELECT 1 FROM resource_value v WHERE v.organization_id = r.organization_id AND v.attribute = ?"
                        + " AND v.value_key = ? AND v.resource_id = r.id)",
                compare.attribute().toString(),
                compare.key());
    }
}
