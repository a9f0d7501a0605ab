package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;

/// What becomes of a resource: the attributes it shall have, and what happens, in this order, to the elements
/// that are kept apart ({@link ResourceStore#apart}), which are not among the attributes.
///
/// @param baseUri what references in conditions on elements begin with, without a trailing slash
public record Change(ScimValue.Complex attributes, List<ElementChange> elements, String baseUri) {
    public Change {
        elements = List.copyOf(elements);
    }

    /// A change of attributes alone.
    public static Change of(ScimValue.Complex attributes) {
        return new Change(attributes, List.of(), "");
    }

    /// The state that `attributes` describe: what is kept apart is replaced by what they hold of it, or by
    /// nothing.
    static Change to(ResourceStore store, ScimValue.Complex attributes) {
        return store.apart()
                .map(apart -> {
                    var elements = attributes.find(apart) instanceof ScimValue.MultiValued(var values)
                            ? values
                            : List.<ScimValue>of();
                    var complex =
                            elements.stream().map(ScimValue.Complex.class::cast).toList();
                    return new Change(
                            attributes.with(apart, ScimValue.Null.NULL),
                            List.of(new ElementChange.Replace(complex)),
                            "");
                })
                .orElseGet(() -> of(attributes));
    }
}
