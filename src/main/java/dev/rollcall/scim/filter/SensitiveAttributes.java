package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Attributes whose values must not stand in a URI, where logs and proxies see them (RFC 7644 §7.5.2). They are
/// named as in a filter, in any case; an attribute stands for its sub-attributes too. Immutable.
public final class SensitiveAttributes {
    private final Set<String> names;

    /// @throws IllegalArgumentException for a name that no attribute of these types has
    public SensitiveAttributes(Collection<String> names, Collection<ResourceType> types) {
        this.names = names.stream()
                .map(name -> known(name.strip(), types).toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String known(String name, Collection<ResourceType> types) {
        var path = AttributePath.parse(name);
        return types.stream()
                .flatMap(type -> path.flatMap(type::resolve).stream())
                .map(ResolvedAttribute::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no resource type has an attribute '" + name + "', which is called sensitive"));
    }

    /// The first of them that the condition compares with a value; empty where there is none.
    public Optional<ResolvedAttribute> comparedIn(Condition condition) {
        return names.isEmpty()
                ? Optional.empty()
                : compared(condition).filter(this::isSensitive).findFirst();
    }

    private boolean isSensitive(ResolvedAttribute path) {
        return contains(path) || contains(path.whole());
    }

    private boolean contains(ResolvedAttribute path) {
        return names.contains(path.toString().toLowerCase(Locale.ROOT));
    }

    private static Stream<ResolvedAttribute> compared(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.stream().flatMap(SensitiveAttributes::compared);
            case Condition.Or(var operands) -> operands.stream().flatMap(SensitiveAttributes::compared);
            case Condition.Not(var operand) -> compared(operand);
            case Condition.ElementMatches matches -> compared(matches.condition());
            case Condition.Compare compare -> Stream.of(compare.attribute());
            case Condition.Present _ -> Stream.empty();
        };
    }
}
