package dev.rollcall.api.audit;

import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.Author;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AuditEntry", description = "A change that was made")
record AuditEntryView(
        UUID id,
        @Nullable UUID organizationId,
        Instant time,
        AuthorView author,
        @Nullable String requestId,
        String action,
        SubjectView subject,

        @Schema(description = "The fields that changed, as they were")
        Map<String, Object> before,

        @Schema(description = "The fields that changed, as they are since then")
        Map<String, Object> after) {

    @Schema(name = "Author", description = "Who made a change, and from where")
    record AuthorView(
            Author.Kind kind,
            String id,
            String name,
            @Nullable String address) {}

    @Schema(name = "Subject", description = "What was changed, as it was called then")
    record SubjectView(String id, String name) {}

    static AuditEntryView of(AuditEntry entry) {
        var author = entry.author();
        var change = entry.change();
        return new AuditEntryView(
                entry.id(),
                entry.organizationId(),
                entry.occurred(),
                new AuthorView(author.kind(), author.id(), author.name(), author.address()),
                author.requestId(),
                change.action(),
                new SubjectView(change.subjectId(), change.subjectName()),
                Map.copyOf(change.before()),
                Map.copyOf(change.after()));
    }
}
