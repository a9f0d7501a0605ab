package dev.rollcall.scim.testing;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Random filters that a resource type takes in either mode, over all its attributes, operators and grammar.
/// Operands come from the resources of a pool, changed a little, so that many filters match some of them. The
/// text of a filter is its `toString`.
public final class RandomFilters {
    private static final int MAX_DEPTH = 3;

    private final List<ResolvedAttribute> attributes;
    private final RandomValues values;
    private final List<ScimValue.Complex> pool;
    private final String coreUri;
    private final List<AttributePath> extensions;

    /// @param pool whole representations, as `ScimResource.representation` gives them; at least one
    public RandomFilters(ResourceType type, RandomGenerator random, List<ScimValue.Complex> pool) {
        attributes = type.attributes().stream()
                .filter(path -> isVisible(path.attribute()))
                .toList();
        values = new RandomValues(random);
        this.pool = List.copyOf(pool);
        coreUri = type.schema().id();
        extensions = type.extensions().stream()
                .map(extension -> AttributePath.parse(extension.schema().id()).orElseThrow())
                .toList();
    }

    /// One more filter.
    public Filter next() {
        return tree(0, this::leaf);
    }

    private static boolean isVisible(SchemaAttribute attribute) {
        return attribute.returned() != Returned.NEVER;
    }

    private Filter tree(int depth, Supplier<Filter> leaf) {
        if (depth == MAX_DEPTH || values.chance(0.4)) {
            return leaf.get();
        }
        return switch (values.below(3)) {
            case 0 -> new Filter.And(several(depth, leaf));
            case 1 -> new Filter.Or(several(depth, leaf));
            default -> new Filter.Not(tree(depth + 1, leaf));
        };
    }

    private List<Filter> several(int depth, Supplier<Filter> leaf) {
        return Stream.generate(() -> tree(depth + 1, leaf))
                .limit(2 + values.below(2))
                .toList();
    }

    private Filter leaf() {
        if (!extensions.isEmpty() && values.chance(0.03)) {
            return new Filter.Present(values.anyOf(extensions));
        }
        var attribute = values.anyOf(attributes);
        if (attribute.attribute().isComplex() && values.chance(0.3)) {
            return new Filter.ValuePath(path(attribute), tree(1, () -> elementLeaf(attribute)));
        }
        if (attribute.attribute().isComplex()) {
            return complexLeaf(attribute);
        }
        if (attribute.attribute().multiValued() && values.chance(0.3)) {
            var value = AttributePath.of("value");
            return new Filter.ValuePath(path(attribute), tree(1, () -> expression(attribute, value)));
        }
        return expression(attribute, path(attribute));
    }

    private Filter complexLeaf(ResolvedAttribute attribute) {
        var value = attribute.attribute().subAttribute("value");
        if (attribute.attribute().multiValued() && value.isPresent() && values.chance(0.3)) {
            return expression(attribute.at(value.get()), path(attribute));
        }
        if (values.chance(0.1)) {
            return new Filter.Present(path(attribute));
        }
        var sub = subAttribute(attribute);
        return expression(sub, path(sub));
    }

    private Filter elementLeaf(ResolvedAttribute attribute) {
        var sub = subAttribute(attribute);
        return expression(sub, AttributePath.of(values.anyCase(sub.target().name())));
    }

    private ResolvedAttribute subAttribute(ResolvedAttribute attribute) {
        return attribute.at(values.anyOf(attribute.attribute().subAttributes().stream()
                .filter(RandomFilters::isVisible)
                .toList()));
    }

    private AttributePath path(ResolvedAttribute attribute) {
        var extension = attribute.extension();
        var uri = extension == null ? coreUri : extension.id();
        var sub = attribute.subAttribute();
        return new AttributePath(
                extension == null && values.chance(0.9) ? null : uri,
                values.anyCase(attribute.attribute().name()),
                sub == null ? null : values.anyCase(sub.name()));
    }

    private Filter expression(ResolvedAttribute attribute, AttributePath path) {
        if (values.chance(0.15)) {
            return new Filter.Present(path);
        }
        if (values.chance(0.05)) {
            return new Filter.Comparison(path, values.anyOf(List.of(CompareOp.EQ, CompareOp.NE)), ScimValue.Null.NULL);
        }
        var op = values.anyOf(operators(attribute.target().type()));
        return new Filter.Comparison(path, op, operand(attribute));
    }

    private static List<CompareOp> operators(AttributeType type) {
        Predicate<CompareOp> fits = switch (type) {
            case STRING, REFERENCE -> _ -> true;
            case INTEGER, DECIMAL, DATE_TIME -> op -> !op.isSubstring();
            case BOOLEAN, BINARY, COMPLEX -> op -> !op.isSubstring() && !op.isOrdering();
        };
        return Arrays.stream(CompareOp.values()).filter(fits).toList();
    }

    private ScimValue operand(ResolvedAttribute attribute) {
        var stored = new ArrayList<ScimValue>();
        collect(values.anyOf(pool), attribute, stored);
        var value = stored.isEmpty() || values.chance(0.2) ? values.simple(attribute.target()) : values.anyOf(stored);
        var changeable = attribute.target().type() == AttributeType.STRING
                || attribute.target().type() == AttributeType.REFERENCE;
        return changeable && value instanceof ScimValue.Text(var text) ? ScimValue.of(values.like(text)) : value;
    }

    private static void collect(ScimValue.Complex resource, ResolvedAttribute path, List<ScimValue> found) {
        var extension = path.extension();
        var container = extension == null ? resource : resource.find(extension.id());
        var names = new ArrayList<String>(List.of(path.attribute().name()));
        if (path.subAttribute() != null) {
            names.add(path.subAttribute().name());
        }
        collect(container, names, found);
    }

    private static void collect(@Nullable ScimValue value, List<String> names, List<ScimValue> found) {
        switch (value) {
            case null -> {}
            case ScimValue.MultiValued(var elements) -> elements.forEach(element -> collect(element, names, found));
            case ScimValue.Complex complex
            when !names.isEmpty() -> collect(complex.find(names.getFirst()), names.subList(1, names.size()), found);
            case ScimValue.Complex _, ScimValue.Null _ -> {}
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _ -> found.add(value);
        }
    }
}
