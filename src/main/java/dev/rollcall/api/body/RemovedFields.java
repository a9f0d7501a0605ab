package dev.rollcall.api.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.refusal.RefusedException;
import java.util.Arrays;
import java.util.List;

/// The fields that a patch would remove though they cannot be removed.
final class RemovedFields {
    private RemovedFields() {}

    /// Takes them out of the patch.
    static List<RefusedException.Violation> withoutThem(ObjectNode patch, Class<?> type) {
        var removed = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Given.class)
                .map(component -> component.getName())
                .filter(name -> patch.has(name) && patch.get(name).isNull())
                .toList();
        patch.remove(removed);
        return removed.stream()
                .map(name -> new RefusedException.Violation(
                        name, "'" + name + "' cannot be removed: give it a value, or leave it out."))
                .toList();
    }
}
