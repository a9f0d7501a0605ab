package dev.rollcall.scim.persistence;

import dev.rollcall.scim.schema.PrimaryElement;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorting in memory, written from RFC 7644 §3.4.2.3: what the database's order is tested against. Resources
/// without a value are last; ties are in the order of the identifiers.
record ResourceOrder(ResolvedAttribute attribute, String baseUri) implements Comparator<ScimResource> {

    @Override
    public int compare(ScimResource left, ScimResource right) {
        var one = key(left);
        var other = key(right);
        var compared = one == null || other == null
                ? Boolean.compare(one == null, other == null)
                : SearchKey.compare(one, other);
        return compared == 0 ? left.id().compareTo(right.id()) : compared;
    }

    private @Nullable String key(ScimResource resource) {
        var value = first(resource.representation(baseUri).find(attribute.whole()));
        var sub = attribute.subAttribute();
        var simple = sub == null
                ? value
                : value instanceof ScimValue.Complex complex ? first(complex.find(sub.name())) : null;
        if (simple == null || simple.isUnassigned()) {
            return null;
        }
        var key = SearchKey.of(attribute.target(), simple);
        var characters = Math.min(SortKey.LENGTH, key.codePointCount(0, key.length()));
        return key.substring(0, key.offsetByCodePoints(0, characters));
    }

    /// The primary element, or else the first.
    private static @Nullable ScimValue first(@Nullable ScimValue value) {
        if (!(value instanceof ScimValue.MultiValued(var elements))) {
            return value;
        }
        List<ScimValue> all = elements;
        return all.stream()
                .filter(PrimaryElement::isPrimary)
                .findFirst()
                .orElseGet(() -> all.isEmpty() ? null : all.getFirst());
    }
}
