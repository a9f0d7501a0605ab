package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.DistinctElements;
import dev.rollcall.scim.schema.PrimaryElement;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The elements of an attribute while an operation changes them. The same pair of type and value is held once,
/// and the element that was set as primary last is the only primary one (RFC 7644 §3.5.2).
final class ElementList {
    private final ResolvedAttribute path;
    private final DistinctElements elements;
    private final Set<Integer> newPrimaries = new TreeSet<>();

    ElementList(ResolvedAttribute path) {
        this.path = path;
        elements = new DistinctElements(path.attribute());
    }

    /// The elements of a value; a singular one is its own only element.
    static List<ScimValue> of(@Nullable ScimValue value) {
        return switch (value) {
            case null -> List.of();
            case ScimValue.MultiValued(var held) -> held;
            case ScimValue single -> List.of(single);
        };
    }

    /// Takes an element as it was.
    void keep(ScimValue element) {
        elements.add(element);
    }

    /// Takes an element that the operation made or changed; an unassigned one is none.
    void put(ScimValue element) {
        if (element.isUnassigned()) {
            return;
        }
        var position = elements.add(element);
        if (PrimaryElement.isPrimary(element)) {
            newPrimaries.add(position);
        }
    }

    /// The value that the elements make; an unassigned one where there are none.
    ///
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue` where the operation set two elements as primary
    /// and that is not forgiven
    ScimValue value(Tolerances tolerances) {
        var list = elements.list();
        if (!path.attribute().multiValued()) {
            return list.isEmpty() ? ScimValue.Null.NULL : list.getFirst();
        }
        if (newPrimaries.isEmpty() || !path.attribute().hasPrimary()) {
            return new ScimValue.MultiValued(list);
        }
        var primaries = newPrimaries.stream().map(list::get).toList();
        var kept = PrimaryElement.single(path, primaries, tolerances).elements().stream()
                .filter(PrimaryElement::isPrimary)
                .findFirst()
                .orElseThrow();
        return PrimaryElement.only(kept, list);
    }
}
