package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Finds the attributes of a filter in a resource type and checks operators and values against them. Immutable.
public final class FilterResolver {
    private final ResourceType type;
    private final Leaves leaves;
    private final Unknown unknown;

    /// What becomes of attributes that the type does not have.
    public enum Unknown {
        /// They are refused.
        REFUSED,
        /// They have no value in any resource of the type (RFC 7644 §3.4.2.1).
        WITHOUT_VALUE
    }

    public FilterResolver(ResourceType type, Tolerances tolerances) {
        this(type, tolerances, Unknown.REFUSED);
    }

    public FilterResolver(ResourceType type, Tolerances tolerances, Unknown unknown) {
        this.type = type;
        this.unknown = unknown;
        leaves = new Leaves(new OperandTyping(tolerances));
    }

    /// The filter as a condition on resources of the type.
    ///
    /// @throws ScimException `invalidFilter` for attributes that are unknown or never returned, and for
    /// operators
    ///     and values that do not fit
    public Condition resolve(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) -> new Condition.And(all(operands, this::resolve));
            case Filter.Or(var operands) -> new Condition.Or(all(operands, this::resolve));
            case Filter.Not(var operand) -> new Condition.Not(resolve(operand));
            case Filter.Present(var path) ->
                schemaNamed(path)
                        .map(FilterResolver::hasSchema)
                        .or(() -> find(path).map(leaves::present))
                        .orElse(Condition.NONE);
            case Filter.Comparison(var path, var op, var value) ->
                find(path)
                        .map(found -> leaves.compare(found, op, value))
                        .orElseGet(() -> Leaves.withoutValue(path, op, value));
            case Filter.ValuePath(var path, var valueFilter) ->
                find(path).map(found -> valuePath(found, valueFilter)).orElse(Condition.NONE);
        };
    }

    /// The filter between brackets as a condition on one element of `attribute`, for {@link
    /// FilterEvaluator#matchesElement}.
    ///
    /// @throws ScimException `invalidFilter`, as {@link #resolve}
    public Condition resolveValueFilter(ResolvedAttribute attribute, Filter valueFilter) {
        var whole = attribute.whole();
        return switch (valueFilter) {
            case Filter.And(var operands) ->
                new Condition.And(all(operands, operand -> resolveValueFilter(whole, operand)));
            case Filter.Or(var operands) ->
                new Condition.Or(all(operands, operand -> resolveValueFilter(whole, operand)));
            case Filter.Not(var operand) -> new Condition.Not(resolveValueFilter(whole, operand));
            case Filter.Present(var path) ->
                findInElement(whole, path).map(leaves::presentInElement).orElse(Condition.NONE);
            case Filter.Comparison(var path, var op, var value) ->
                findInElement(whole, path)
                        .map(found -> leaves.compareInElement(found, op, value))
                        .orElseGet(() -> Leaves.withoutValue(path, op, value));
            case Filter.ValuePath _ -> throw ScimException.invalidFilter("Filter: brackets stand inside brackets");
        };
    }

    private static List<Condition> all(List<Filter> operands, Function<Filter, Condition> resolution) {
        return operands.stream().map(resolution).toList();
    }

    private Condition valuePath(ResolvedAttribute path, Filter valueFilter) {
        if (path.attribute().multiValued()) {
            return new Condition.ElementMatches(path, resolveValueFilter(path, valueFilter));
        }
        if (!path.attribute().isComplex()) {
            throw ScimException.invalidFilter(
                    "Filter: attribute '" + path + "' has one simple value, so brackets cannot follow it");
        }
        // One value is one element: there must be one, and the paths from the resource are those from it.
        return new Condition.And(List.of(new Condition.Present(path), resolveValueFilter(path, valueFilter)));
    }

    /// The attribute; empty where the type does not have it and need not.
    private Optional<ResolvedAttribute> find(AttributePath path) {
        return known(type.resolve(path), () -> unknown(path));
    }

    private Optional<ResolvedAttribute> findInElement(ResolvedAttribute whole, AttributePath path) {
        var attribute = whole.attribute();
        if (!attribute.isComplex() && path.name().equalsIgnoreCase("value")) {
            return Optional.of(whole);
        }
        return known(
                attribute.subAttribute(path.name()).map(whole::at),
                () -> ScimException.invalidFilter("Filter: " + AttributeSuggestion.noSubAttribute(whole, path.name())));
    }

    private Optional<ResolvedAttribute> known(Optional<ResolvedAttribute> found, Supplier<ScimException> refusal) {
        if (found.isEmpty() && unknown == Unknown.REFUSED) {
            throw refusal.get();
        }
        return found.map(FilterResolver::allowed);
    }

    /// The attribute, unless it is never returned: a password could be guessed letter by letter with filters.
    static ResolvedAttribute allowed(ResolvedAttribute path) {
        if (path.attribute().returned() == Returned.NEVER || path.target().returned() == Returned.NEVER) {
            throw ScimException.invalidFilter(
                    "Filter: attribute '" + path + "' is never returned, so no filter sees it");
        }
        return path;
    }

    private ScimException unknown(AttributePath path) {
        return schemaNamed(path)
                .map(uri -> ScimException.invalidFilter(
                        "Filter: '" + uri + "' is a schema: compare one of its attributes, or use pr"))
                .orElseGet(() -> ScimException.invalidFilter("Filter: " + new AttributeSuggestion(type).unknown(path)));
    }

    private Optional<String> schemaNamed(AttributePath path) {
        if (type.schema().isIdentifiedBy(path.toString())) {
            return Optional.of(type.schema().id());
        }
        return type.extensionAt(path).map(extension -> extension.id());
    }

    // `schemas` lists exactly the schemas whose attributes have values.
    private static Condition hasSchema(String uri) {
        var schemas = new ResolvedAttribute(null, CommonAttributes.SCHEMAS, null);
        return new Condition.ElementMatches(schemas, Leaves.comparison(schemas, CompareOp.EQ, ScimValue.of(uri)));
    }
}
