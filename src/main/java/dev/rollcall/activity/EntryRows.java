package dev.rollcall.activity;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An entry as values for one row.
@ApplicationScoped
class EntryRows {
    static final String INSERT = "INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type,"
            + " resource_id, kind, version, occurred, detail, credential_id, request_id, method, path, resource_name,"
            + " name_key, status, scim_type, changed, members_added, members_removed, tolerances, extent, duration,"
            + " product) VALUES (?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, NULLIF(?, 0), ?, NULLIF(?, ''),"
            + " NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), ?,"
            + " NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, 0), NULLIF(?, 0), NULLIF(?, ''), ?, ?, NULLIF(?, ''))";

    private static final byte[] NO_ID = {};
    private static final int LONGEST_REQUEST_ID = 128;
    private static final int LONGEST_METHOD = 16;
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_KEYWORD = 32;
    private static final int LONGEST_PRODUCT = 200;
    private static final int LONGEST_SENTENCE = 4_000;
    private static final int LONGEST_LIST = 8_000;

    private final UuidV7 identifiers;
    private final Clock clock;

    EntryRows(UuidV7 identifiers, Clock clock) {
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// A row, and the identifier that it begins with.
    ///
    /// @param unnamed the resource, where the call has not said what it is called
    record Row(UUID id, UUID organizationId, @Nullable UUID unnamed, List<Object> values) {}

    /// The row of an entry that is made now.
    Row of(Entry entry) {
        var id = identifiers.next();
        var call = entry.call();
        var outcome = entry.outcome();
        var subject = entry.subject();
        var difference = entry.difference();
        return new Row(
                id,
                call.organizationId(),
                subject.name() == null ? subject.id() : null,
                List.of(
                        ResourceIds.bytes(id),
                        ResourceIds.bytes(call.organizationId()),
                        ResourceIds.bytes(call.connectionId()),
                        text(subject.type(), LONGEST_TEXT),
                        bytes(subject.id()),
                        outcome.result().keyword(),
                        Objects.requireNonNullElse(subject.version(), 0L),
                        clock.millis(),
                        text(outcome.sentence(), LONGEST_SENTENCE),
                        bytes(call.credentialId()),
                        text(call.requestId(), LONGEST_REQUEST_ID),
                        text(call.method(), LONGEST_METHOD),
                        text(call.path(), LONGEST_TEXT),
                        text(subject.name(), LONGEST_TEXT),
                        subject.name() == null ? "" : NameKey.of(subject.name()),
                        outcome.status(),
                        text(outcome.scimType(), LONGEST_KEYWORD),
                        text(String.join("\n", difference.attributes()), LONGEST_LIST),
                        capped(difference.membersAdded()),
                        capped(difference.membersRemoved()),
                        text(String.join(",", outcome.tolerances()), LONGEST_LIST),
                        outcome.extent().number(),
                        capped(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - call.begun())),
                        text(call.product(), LONGEST_PRODUCT)));
    }

    private static byte[] bytes(@Nullable UUID id) {
        return id == null ? NO_ID : ResourceIds.bytes(id);
    }

    private static int capped(long number) {
        return Math.clamp(number, 0, Integer.MAX_VALUE);
    }

    /// Cut where it would not fit, and not within a character.
    static String text(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return Objects.requireNonNullElse(text, "");
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
