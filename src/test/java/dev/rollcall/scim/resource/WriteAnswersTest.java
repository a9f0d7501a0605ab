package dev.rollcall.scim.resource;

import static dev.rollcall.scim.resource.RecordedWrites.group;
import static dev.rollcall.scim.resource.RecordedWrites.patch;
import static dev.rollcall.scim.resource.RecordedWrites.user;
import static dev.rollcall.scim.tolerance.Tolerance.GROUP_UNSEEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.group.MemberRows;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether an answer holds what was written, where the client does not say.
@QuarkusTest
class WriteAnswersTest {
    private final RecordedWrites writes;
    private final Sql sql;

    WriteAnswersTest(RecordedWrites writes, Sql sql) {
        this.writes = writes;
        this.sql = sql;
    }

    @ParameterizedTest(name = "{0} members: {1}")
    @CsvSource({"0, true", "1, true", "1000, true", "1001, false"})
    void aModifiedGroupIsShownUpToAThousandMembers(int members, boolean isShown) {
        var writer = writes.writer(Tolerances.of(ConformanceMode.STRICT));
        var group = groupOf(writer, members);

        assertThat(WriteAnswers.hold(writer, modification(writes.groups(), group), group))
                .isEqualTo(isShown);
    }

    @Test
    void aGroupThatWasSentIsShownHoweverLarge() {
        var writer = writes.writer(Tolerances.of(ConformanceMode.STRICT));
        var group = groupOf(writer, 1_001);
        var body = group("'displayName':'All'");

        assertThat(WriteAnswers.hold(writer, new Write.Create(writes.groups(), body), group))
                .isTrue();
        assertThat(WriteAnswers.hold(writer, new Write.Replace(writes.groups(), group.id(), null, body), group))
                .isTrue();
    }

    @Test
    void whoWantsNoGroupSeesNoneThatWasModified() {
        var writer = writes.writer(Tolerances.of(Set.of(GROUP_UNSEEN)));
        var group = groupOf(writer, 1);
        var replacement = new Write.Replace(writes.groups(), group.id(), null, group("'displayName':'All'"));

        assertThat(WriteAnswers.hold(writer, replacement, group)).isTrue();
        assertThat(writer.tolerances().noted()).isEmpty();
        assertThat(WriteAnswers.hold(writer, modification(writes.groups(), group), group))
                .isFalse();
        assertThat(writer.tolerances().noted()).containsExactly(GROUP_UNSEEN);
    }

    @Test
    void aUserIsAlwaysShown() {
        var writer = writes.writer(Tolerances.of(Set.of(GROUP_UNSEEN)));
        var user = writes.resource(writer, new Write.Create(writes.users(), user("'userName':'bjensen'")));

        assertThat(WriteAnswers.hold(writer, modification(writes.users(), user), user))
                .isTrue();
        assertThat(writer.tolerances().noted()).isEmpty();
    }

    private ScimResource groupOf(Writer writer, int members) {
        var group = writes.resource(writer, new Write.Create(writes.groups(), group("'displayName':'All'")));
        var rows = new MemberRows(sql, writer.organizationId());
        rows.users(0, members);
        rows.members(group.id(), 0, members);
        return group;
    }

    private static Write modification(ResourceStore store, ScimResource resource) {
        return new Write.Modify(
                store, resource.id(), null, patch("{'op':'replace','path':'displayName','value':'Every'}"));
    }
}
