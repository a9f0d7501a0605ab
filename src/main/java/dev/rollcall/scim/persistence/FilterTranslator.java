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
        return bindings.binding(attribute).orElse(null) instanceof AttributeBinding.Derived derived
                ? derived.present(baseUri)
                : SqlText.of("JSON_EXISTS(r.search_document, '" + JsonPath.of(attribute) + "')");
    }

    @Override
    public SqlText compare(Condition.Compare compare) {
        return bindings.binding(compare.attribute())
                .map(binding -> binding.compare(compare, baseUri))
                .orElseGet(() -> isLookUp(compare) ? lookUp(compare) : AttributeBinding.documentComparison(compare));
    }

    @Override
    public SqlText elementMatches(Condition.ElementMatches matches) {
        return bindings.relation(matches.attribute())
                .map(relation -> relation.any(matches.condition(), organizationId, baseUri))
                .orElseGet(() -> inDocument(matches));
    }

    private SqlText inDocument(Condition.ElementMatches matches) {
        var lookUps = impliedLookUps(matches.condition()).toList();
        if (lookUps.size() == 1 && matches.condition() instanceof Condition.Compare) {
            return lookUps.getFirst();
        }
        var exists = ElementTable.exists(matches);
        return lookUps.isEmpty()
                ? exists
                : SqlText.joined(
                        " AND ",
                        Stream.concat(lookUps.stream(), Stream.of(exists)).toList());
    }

    /// What the value index can say of an element: each `eq` that must hold. It only narrows, so that the
    /// planner can start there.
    private Stream<SqlText> impliedLookUps(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.stream().flatMap(this::impliedLookUps);
            case Condition.Compare compare when isLookUp(compare) -> Stream.of(lookUp(compare));
            case Condition.Compare _,
                    Condition.Or _,
                    Condition.Not _,
                    Condition.Present _,
                    Condition.ElementMatches _ -> Stream.empty();
        };
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
