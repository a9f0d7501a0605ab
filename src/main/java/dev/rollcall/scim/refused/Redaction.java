package dev.rollcall.scim.refused;

import dev.rollcall.activity.Sent;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes secrets out of what was sent: the values of attributes that nobody may read, whatever is named like a secret,
/// the operations that are about one, and texts that mention one. What is taken out for nothing is the price.
final class Redaction {
    static final ScimValue.Text REDACTED = new ScimValue.Text("[redacted]");
    // What says of an operation what it is, and cannot be a value.
    private static final Set<String> KEPT = Set.of("op", "method", "schemas");
    private static final int OVERHEAD = 4;

    private final SecretNames secrets;
    private int room = Sent.LONGEST;

    private Redaction(SecretNames secrets) {
        this.secrets = secrets;
    }

    /// What is kept of a body. It costs no more than the most that is kept.
    static Sent of(ScimValue.Complex body, SecretNames secrets) {
        var redaction = new Redaction(secrets);
        return redaction
                .object(body)
                .map(JsonWriter::text)
                .filter(text -> text.length() <= Sent.LONGEST)
                .map(Sent::new)
                .orElse(Sent.TOO_LARGE);
    }

    private Optional<ScimValue> value(ScimValue value) {
        return switch (value) {
            case ScimValue.Text text -> text(text);
            case ScimValue.Complex object -> object(object).map(ScimValue.class::cast);
            case ScimValue.MultiValued list -> list(list);
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> fits(OVERHEAD, value);
        };
    }

    private Optional<ScimValue> text(ScimValue.Text text) {
        if (text.value().length() > room) {
            return Optional.empty();
        }
        return fits(text.value().length() + OVERHEAD, secrets.in(text.value()) ? REDACTED : text);
    }

    private Optional<ScimValue.Complex> object(ScimValue.Complex object) {
        var isAboutSecret = object.members().entrySet().stream().anyMatch(this::namesSecret);
        var kept = new LinkedHashMap<String, ScimValue>();
        for (var member : object.members().entrySet()) {
            var name = member.getKey();
            if (name.length() > room) {
                return Optional.empty();
            }
            var isSecret = secrets.in(name) || (isAboutSecret && !KEPT.contains(name.toLowerCase(Locale.ROOT)));
            var value = isSecret ? fits(OVERHEAD, REDACTED) : value(member.getValue());
            if (value.isEmpty() || fits(name.length() + OVERHEAD, REDACTED).isEmpty()) {
                return Optional.empty();
            }
            kept.put(name, value.get());
        }
        return Optional.of(new ScimValue.Complex(kept));
    }

    // An operation on a secret, however it calls its members: `{"op": "replace", "path": "password", "value": …}`.
    private boolean namesSecret(Map.Entry<String, ScimValue> member) {
        return member.getValue() instanceof ScimValue.Text(var text) && text.length() <= room && secrets.in(text);
    }

    private Optional<ScimValue> list(ScimValue.MultiValued list) {
        var kept = new ArrayList<ScimValue>();
        for (var element : list.elements()) {
            var value = value(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            kept.add(value.get());
        }
        return fits(OVERHEAD, new ScimValue.MultiValued(kept));
    }

    private Optional<ScimValue> fits(int size, ScimValue value) {
        room -= size;
        return room < 0 ? Optional.empty() : Optional.of(value);
    }
}
