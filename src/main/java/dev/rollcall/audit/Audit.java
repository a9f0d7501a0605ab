package dev.rollcall.audit;

import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What administrators and operators have changed: who, when, from where, before and after. Nothing is ever taken
/// away from it.
@ApplicationScoped
public class Audit {
    private final AuditRepository entries;
    private final UuidV7 identifiers;
    private final Clock clock;

    Audit(AuditRepository entries, UuidV7 identifiers, Clock clock) {
        this.entries = entries;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Notes a change by {@link Author#current()}, in the transaction of the change itself: both are there, or
    /// neither. Of fields that are the same before and after nothing is kept.
    @Transacted
    public void note(Change change) {
        var author = Author.current();
        var entry = new AuditEntity();
        entry.id = identifiers.next();
        entry.organizationId = change.organizationId();
        entry.occurred = clock.millis();
        entry.authorKind = author.kind();
        entry.authorId = author.id();
        entry.authorName = author.name();
        entry.address = author.address();
        entry.requestId = author.requestId();
        entry.action = change.action();
        entry.subjectId = change.subjectId();
        entry.subjectName = change.subjectName();
        entry.before = different(change.before(), change.after());
        entry.after = different(change.after(), change.before());
        entries.persist(entry);
    }

    private static String different(
            Map<String, ? extends @Nullable Object> fields, Map<String, ? extends @Nullable Object> others) {
        var different = new LinkedHashMap<String, Object>(fields);
        different
                .entrySet()
                .removeIf(field -> others.containsKey(field.getKey())
                        && Objects.equals(others.get(field.getKey()), field.getValue()));
        different.replaceAll((_, value) -> value instanceof Enum<?> constant ? keyword(constant) : value);
        return new JsonObject(different).encode();
    }

    private static String keyword(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
