package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.EditDistance;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaAttribute;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a path that names nothing was probably meant to name.
public final class AttributeSuggestion {
    private static final int LONGEST_NAME = 60;

    private final ResourceType type;

    public AttributeSuggestion(ResourceType type) {
        this.type = type;
    }

    /// A sentence about a path that {@link ResourceType#resolve} does not find.
    public String unknown(AttributePath path) {
        if (path.subAttribute() != null) {
            var known = type.resolve(new AttributePath(path.uri(), path.name(), null));
            if (known.isPresent()) {
                return noSubAttribute(known.get(), path.subAttribute());
            }
        }
        var sentence = type.name() + " has no attribute '" + ScimException.printable(path.toString()) + "'";
        return closest(path)
                .map(suggestion -> sentence + ": did you mean " + suggestion + "?")
                .orElse(sentence);
    }

    /// A sentence about a name that is no sub-attribute of `attribute`.
    static String noSubAttribute(ResolvedAttribute attribute, String name) {
        var subAttributes = attribute.attribute().subAttributes().stream()
                .map(SchemaAttribute::name)
                .collect(Collectors.joining(", "));
        var sentence = "attribute '" + attribute + "' has no sub-attribute '" + ScimException.printable(name) + "'";
        return subAttributes.isEmpty() ? sentence : sentence + ": it has " + subAttributes;
    }

    private Optional<String> closest(AttributePath path) {
        var name = path.name().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return first(name, String::equals)
                .or(() -> first(
                        name, (candidate, given) -> candidate.equals(given + "s") || candidate.equals(given + "es")))
                .or(() -> misspelt(name))
                .or(() -> first(name, (candidate, given) -> given.length() >= 3 && candidate.contains(given)))
                .map(found -> withSubAttribute(found, path.subAttribute()));
    }

    private Optional<ResolvedAttribute> first(String name, BiPredicate<String, String> similar) {
        return candidates()
                .filter(candidate -> similar.test(lastName(candidate), name))
                .findFirst();
    }

    private Optional<ResolvedAttribute> misspelt(String name) {
        return candidates()
                .filter(candidate -> EditDistance.between(lastName(candidate), name) <= 1 + name.length() / 5)
                .min(Comparator.comparingInt(candidate -> EditDistance.between(lastName(candidate), name)));
    }

    /// Attributes first, then what singular complex attributes hold: `familyName` alone means
    /// `name.familyName`.
    private Stream<ResolvedAttribute> candidates() {
        var visible = type.attributes().stream()
                .filter(candidate -> candidate.attribute().returned() != Returned.NEVER)
                .toList();
        return Stream.concat(visible.stream(), visible.stream().flatMap(AttributeSuggestion::subAttributes));
    }

    private static Stream<ResolvedAttribute> subAttributes(ResolvedAttribute attribute) {
        List<SchemaAttribute> subs = attribute.attribute().multiValued()
                ? List.of()
                : attribute.attribute().subAttributes();
        return subs.stream().map(attribute::at);
    }

    private static String lastName(ResolvedAttribute candidate) {
        return candidate.target().name().toLowerCase(Locale.ROOT);
    }

    private static String withSubAttribute(ResolvedAttribute found, @Nullable String subAttribute) {
        var wanted = subAttribute == null && found.attribute().multiValued() ? "value" : subAttribute;
        if (wanted == null || found.subAttribute() != null) {
            return found.toString();
        }
        return found.attribute()
                .subAttribute(wanted)
                .map(found::at)
                .orElse(found)
                .toString();
    }
}
