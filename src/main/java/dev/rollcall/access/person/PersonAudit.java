package dev.rollcall.access.person;

import dev.rollcall.audit.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How changes of people stand in the audit.
final class PersonAudit {
    private PersonAudit() {}

    static Change change(
            String action,
            PersonEntity person,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        return new Change(person.organizationId, action, person.id.toString(), person.email, before, after);
    }

    static Map<String, @Nullable Object> fields(PersonEntity person) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("email", person.email);
        fields.put("name", person.name);
        fields.put("state", person.state);
        fields.put("origin", person.origin);
        return fields;
    }
}
