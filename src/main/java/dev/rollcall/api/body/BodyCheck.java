package dev.rollcall.api.body;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.refusal.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes the record of a JSON object, and says all that is wrong with it at once: what it cannot be made of, and what
/// breaks a constraint.
@ApplicationScoped
class BodyCheck {
    /// Each costs another reading.
    private static final int MOST_UNREADABLE_FIELDS = 20;

    private final Validator validator;

    BodyCheck(Validator validator) {
        this.validator = validator;
    }

    <T extends RequestBody> T checked(ObjectReader reader, ObjectNode object, Class<T> type) throws IOException {
        var wrong = new ArrayList<RefusedException.Violation>();
        if (MergePatch.class.isAssignableFrom(type)) {
            wrong.addAll(RemovedFields.withoutThem(object, type));
        }
        while (true) {
            try {
                T body = reader.readValue(object);
                wrong.addAll(broken(body, wrong));
                if (wrong.isEmpty()) {
                    return body;
                }
                throw RefusedException.invalid(wrong);
            } catch (JsonMappingException unreadable) {
                var problem = UnreadableField.of(unreadable);
                if (problem.root().isEmpty() || !object.has(problem.root())) {
                    throw RefusedException.invalid("The body does not fit: see the description of the API.");
                }
                wrong.add(problem.violation());
                object.remove(problem.root());
                if (wrong.size() >= MOST_UNREADABLE_FIELDS) {
                    throw RefusedException.invalid(wrong);
                }
            }
        }
    }

    // A field that could not be read is null, which is not what is wrong with it.
    private <T> List<RefusedException.Violation> broken(T body, List<RefusedException.Violation> known) {
        var unreadable =
                known.stream().map(violation -> root(violation.field())).toList();
        return validator.validate(body).stream()
                .map(BrokenConstraint::violation)
                .filter(violation -> !unreadable.contains(root(violation.field())))
                .sorted(java.util.Comparator.comparing(RefusedException.Violation::field))
                .toList();
    }

    private static String root(String field) {
        var dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
