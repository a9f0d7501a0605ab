package dev.rollcall.scim.resource;

import static dev.rollcall.scim.resource.RecordedWrites.group;
import static dev.rollcall.scim.resource.RecordedWrites.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.LinkedCreation.Created;
import dev.rollcall.scim.resource.LinkedCreation.Draft;
import dev.rollcall.scim.resource.LinkedCreation.Failed;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Resources that refer to each other, on the real database.
@QuarkusTest
class LinkedCreationTest {
    private final LinkedCreation creation;
    private final RecordedWrites writes;
    private Writer writer = new Writer(new UUID(0, 0), Tolerances.of(ConformanceMode.STRICT), new UUID(0, 0));

    LinkedCreationTest(LinkedCreation creation, RecordedWrites writes) {
        this.creation = creation;
        this.writes = writes;
    }

    @BeforeEach
    void anOrganization() {
        writer = writes.writer(Tolerances.of(ConformanceMode.STRICT));
    }

    @Test
    void aCircleIsCreatedAtOnce() {
        var created = created(List.of(groupOf("a", "b"), groupOf("b", "c"), groupOf("c", "a")));

        assertThat(created).extracting(resource -> resource.meta().version()).containsExactly(1L, 1L, 1L);
        assertThat(writes.memberships(writer))
                .containsExactlyInAnyOrder(
                        pair(created.get(0), created.get(1)),
                        pair(created.get(1), created.get(2)),
                        pair(created.get(2), created.get(0)));
        assertThat(writes.events(writer)).containsExactly("created 1", "created 1", "created 1");
    }

    @Test
    void aResourceCanNameOneOfAnotherTypeThatComesAfterIt() {
        var created = created(List.of(groupOf("a", "u"), userDraft("u", "bjensen")));

        assertThat(writes.memberships(writer)).containsExactly(pair(created.get(0), created.get(1)));
    }

    @Test
    void whereOneIsRefusedNoneIsThereAndItIsKnownWhich() {
        var nameless = new Draft(writer, "c", writes.groups(), _ -> group("'externalId':'x'"));

        var outcome = creation.create(List.of(groupOf("a", "b"), groupOf("b", "a"), nameless));

        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.index()).isEqualTo(2);
            assertThat(failed.refusal().status()).isEqualTo(400);
        });
        assertThat(writes.memberships(writer)).isEmpty();
        assertThat(writes.events(writer)).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsTheFaultOfTheSecond() {
        var outcome = creation.create(List.of(userDraft("u", "bjensen"), userDraft("v", "BJensen")));

        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.index()).isEqualTo(1);
            assertThat(failed.refusal().status()).isEqualTo(409);
        });
        assertThat(writes.events(writer)).isEmpty();
    }

    private List<ScimResource> created(List<Draft> drafts) {
        return ((Created) creation.create(drafts)).resources();
    }

    private Draft groupOf(String name, String member) {
        return new Draft(
                writer,
                name,
                writes.groups(),
                ids -> group("'displayName':'%s','members':[{'value':'%s'}]".formatted(name, id(ids, member))));
    }

    private Draft userDraft(String name, String userName) {
        return new Draft(writer, name, writes.users(), _ -> user("'userName':'" + userName + "'"));
    }

    private static String id(Map<String, String> ids, String name) {
        return ids.getOrDefault(name, "bulkId:" + name);
    }

    private static String pair(ScimResource group, ScimResource member) {
        return group.id() + " " + member.id();
    }
}
