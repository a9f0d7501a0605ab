package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Changes of elements in the order in which they are asked for. Of elements that are added and removed by name
/// only the last word about each counts, so that many operations become few changes. Elements without the value
/// that tells them from others may be any of these: their changes stay in their place.
final class ElementChanges {
    private final SchemaAttribute identity;
    private final List<ElementChange> done = new ArrayList<>();
    private final SequencedMap<Object, Step> pending = new LinkedHashMap<>();

    private record Step(ScimValue.Complex element, boolean adds, boolean isNamed) {
        /// Whether it makes no difference which of the two comes first, or the later one of a name stands for
        /// both.
        private boolean joins(Step other) {
            return isNamed == other.isNamed && (isNamed || adds == other.adds);
        }
    }

    ElementChanges(SchemaAttribute identity) {
        this.identity = identity;
    }

    void add(ScimValue.Complex element) {
        put(element, true);
    }

    void remove(ScimValue.Complex element) {
        put(element, false);
    }

    private void put(ScimValue.Complex element, boolean adds) {
        var value = element.find(identity.name());
        var step = new Step(element, adds, value != null);
        if (!pending.isEmpty() && !pending.lastEntry().getValue().joins(step)) {
            settle();
        }
        pending.put(value == null ? element : SearchKey.of(identity, value), step);
    }

    /// Any other change, after all before it.
    void then(ElementChange change) {
        settle();
        done.add(change);
    }

    List<ElementChange> list() {
        settle();
        return List.copyOf(done);
    }

    private void settle() {
        var removed = elements(false);
        var added = elements(true);
        pending.clear();
        if (!removed.isEmpty()) {
            done.add(new ElementChange.Remove(removed));
        }
        if (!added.isEmpty()) {
            done.add(new ElementChange.Add(added));
        }
    }

    private List<ScimValue.Complex> elements(boolean added) {
        return pending.values().stream()
                .filter(step -> step.adds() == added)
                .map(Step::element)
                .toList();
    }
}
