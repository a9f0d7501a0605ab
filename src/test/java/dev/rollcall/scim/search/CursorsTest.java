package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.search.Cursor.Walk;
import dev.rollcall.sql.ServiceSecrets;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CursorsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Walk WALK = new Walk(new UUID(1, 2), new UUID(3, 4), "query");
    private static final Cursor CURSOR =
            new Cursor(WALK, NOW.plusSeconds(60), 20, 1_000, new Position("bjensen", new UUID(5, 6)), false);

    private final ServiceSecrets secrets;

    CursorsTest(ServiceSecrets secrets) {
        this.secrets = secrets;
    }

    @Test
    @Proves("CU-001")
    void aCursorIsReadAsItWasWrittenInUnreservedCharacters() {
        for (var cursor : new Cursor[] {
            CURSOR,
            CURSOR.first(),
            CURSOR.previous(new Position(null, new UUID(-1, -1))),
            CURSOR.next(new Position("𝄞é\0", new UUID(0, 0))),
            CURSOR.next(new Position("\uD834\uDD1E".repeat(512), new UUID(0, 0)))
        }) {
            var text = at(NOW).write(cursor);
            assertThat(text).matches("[-A-Za-z0-9_]+");
            assertThat(at(NOW).read(text, WALK)).isEqualTo(cursor);
        }
    }

    @Test
    @Proves("CU-016")
    void whateverIsChangedMakesItInvalidInTheSameWords() {
        var text = at(NOW).write(CURSOR);
        var words = new HashSet<String>();
        for (var i = 0; i < text.length(); i++) {
            var changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            words.add(refused(ScimType.INVALID_CURSOR, () -> at(NOW).read(changed, WALK)));
        }
        words.add(refused(ScimType.INVALID_CURSOR, () -> at(NOW).read(text + "=", WALK)));
        words.add(refused(ScimType.INVALID_CURSOR, () -> at(NOW).read(text.substring(0, 30), WALK)));
        words.add(refused(ScimType.INVALID_CURSOR, () -> at(NOW).read("", WALK)));
        words.add(refused(ScimType.INVALID_CURSOR, () -> at(NOW).read(" ", WALK)));
        for (var other : new Walk[] {
            new Walk(new UUID(9, 9), WALK.connectionId(), "query"),
            new Walk(WALK.organizationId(), new UUID(9, 9), "query"),
            new Walk(WALK.organizationId(), WALK.connectionId(), "other")
        }) {
            words.add(refused(ScimType.INVALID_CURSOR, () -> at(NOW).read(text, other)));
            // Not even that it has expired is told to somebody else.
            words.add(refused(
                    ScimType.INVALID_CURSOR, () -> at(NOW.plusSeconds(9_999)).read(text, other)));
        }
        assertThat(words).hasSize(1);
    }

    @Test
    @Proves({"CU-008", "CU-013"})
    void aCursorIsGoodToItsEndAndNotForLong() {
        var text = at(NOW).write(CURSOR);
        assertThat(at(NOW.plusSeconds(60)).read(text, WALK)).isEqualTo(CURSOR);
        refused(ScimType.EXPIRED_CURSOR, () -> at(NOW.plusSeconds(71)).read(text, WALK));
    }

    @Test
    void noTwoTextsOfACursorAreAlike() {
        assertThat(at(NOW).write(CURSOR)).isNotEqualTo(at(NOW).write(CURSOR));
    }

    private static String refused(ScimType type, ThrowingCallable reading) {
        var detail = new StringBuilder();
        assertThatThrownBy(reading).isInstanceOfSatisfying(ScimException.class, refusal -> {
            assertThat(refusal.scimType()).contains(type);
            detail.append(refusal.detail());
        });
        return detail.toString();
    }

    private Cursors at(Instant now) {
        return new Cursors(secrets, Clock.fixed(now, ZoneOffset.UTC));
    }
}
