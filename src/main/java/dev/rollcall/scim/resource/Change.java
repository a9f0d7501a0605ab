package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.RowAttribute;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What becomes of a resource: the attributes it shall have, and what happens, in this order, to the elements
/// that are kept apart ({@link ResourceStore#rowAttribute}), which are not among the attributes.
///
/// @param unassigned the write-only attributes that lose their value; one that is neither here nor among the
/// attributes keeps it
/// @param baseUri what references in conditions on elements begin with, without a trailing slash
public record Change(
        ScimValue.Complex attributes, Set<ResolvedAttribute> unassigned, List<ElementChange> elements, String baseUri) {
    public Change {
        unassigned = Set.copyOf(unassigned);
        elements = List.copyOf(elements);
    }

    /// The state that `attributes` describe: what is kept apart is replaced by what they hold of it, or by
    /// nothing.
    ///
    /// @param isUnassigned which write-only attributes lose their value
    static Change to(ResourceStore store, ScimValue.Complex attributes, Predicate<ResolvedAttribute> isUnassigned) {
        var unassigned = writeOnly(store.type()).stream().filter(isUnassigned).collect(Collectors.toSet());
        return store.rowAttribute()
                .map(RowAttribute::attribute)
                .map(apart -> {
                    var elements = attributes.find(apart) instanceof ScimValue.MultiValued(var values)
                            ? values
                            : List.<ScimValue>of();
                    var complex =
                            elements.stream().map(ScimValue.Complex.class::cast).toList();
                    return new Change(
                            attributes.with(apart, ScimValue.Null.NULL),
                            unassigned,
                            List.of(new ElementChange.Replace(complex)),
                            "");
                })
                .orElseGet(() -> new Change(attributes, unassigned, List.of(), ""));
    }

    /// The write-only attributes of a type (RFC 7643 §7).
    static List<ResolvedAttribute> writeOnly(ResourceType type) {
        return type.attributes().stream()
                .filter(path -> path.attribute().mutability() == Mutability.WRITE_ONLY)
                .toList();
    }
}
