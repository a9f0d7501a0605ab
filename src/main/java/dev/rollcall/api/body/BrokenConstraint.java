package dev.rollcall.api.body;

import dev.rollcall.refusal.RefusedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;

/// The words for a constraint that a body breaks.
final class BrokenConstraint {
    private BrokenConstraint() {}

    /// A message that is a sentence already stays as it is; any other follows the field's name.
    static RefusedException.Violation violation(ConstraintViolation<?> broken) {
        var field = String.join(".", names(broken.getPropertyPath()));
        var message = broken.getMessage();
        return new RefusedException.Violation(
                field, Character.isUpperCase(message.codePointAt(0)) ? message : "'" + field + "' " + message + ".");
    }

    private static List<String> names(Path path) {
        var names = new ArrayList<String>();
        for (var node : path) {
            if (node.getKey() != null) {
                names.add(node.getKey().toString());
            } else if (node.getIndex() != null) {
                names.add(node.getIndex().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                names.add(node.getName());
            }
        }
        return names;
    }
}
