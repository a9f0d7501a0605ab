package dev.rollcall.scim.resource;

import static dev.rollcall.scim.resource.RecordedWrites.patch;
import static dev.rollcall.scim.resource.RecordedWrites.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of each kind of write, on the real database.
@QuarkusTest
class WritesTest {
    private static final String BARBARA = "'userName':'bjensen','displayName':'Barbara','active':true";
    private static final UUID NOBODY = UUID.fromString("019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e");

    private final RecordedWrites writes;
    private Writer writer = new Writer(NOBODY, Tolerances.of(ConformanceMode.STRICT), NOBODY);

    WritesTest(RecordedWrites writes) {
        this.writes = writes;
    }

    @BeforeEach
    void anOrganization() {
        writer = writes.writer(Tolerances.of(ConformanceMode.STRICT));
    }

    @Test
    void eachIsAVersionAndAnEvent() {
        var id = created(BARBARA).id();
        var replaced = replace(id, null, user(BARBARA.replace("Barbara", "Babs")));
        var modified = modify(id, "{'op':'replace','path':'active','value':false}");
        var gone = writes.run(writer, new Write.Delete(users(), id, null));

        assertThat(replaced.meta().version()).isEqualTo(2);
        assertThat(replaced.attributes().find("displayName")).isEqualTo(ScimValue.of("Babs"));
        assertThat(modified.meta().version()).isEqualTo(3);
        assertThat(gone).isInstanceOf(Written.Gone.class);
        assertThat(writes.events(writer)).containsExactly("created 1", "updated 2", "disabled 3", "deleted 3");
        refused(new Write.Delete(users(), id, null), 404);
    }

    @Test
    void whatChangesNothingIsNeither() {
        var before = created(BARBARA);

        assertThat(replace(before.id(), null, user(BARBARA))).isEqualTo(before);
        assertThat(modify(before.id(), "{'op':'replace','path':'displayName','value':'Barbara'}"))
                .isEqualTo(before);
        assertThat(modify(before.id(), "{'op':'remove','path':'nickName'}")).isEqualTo(before);
        assertThat(writes.events(writer)).containsExactly("created 1");
    }

    @Test
    void onlyACreationIsNewAndEachKnowsWhatItWasAbout() {
        var creation = (Written.Resource) writes.run(writer, new Write.Create(users(), user(BARBARA)));
        var id = creation.resource().id();
        var modification = (Written.Resource) writes.run(
                writer, new Write.Modify(users(), id, null, patch("{'op':'add','path':'title','value':'x'}")));

        assertThat(creation.isNew()).isTrue();
        assertThat(modification.isNew()).isFalse();
        assertThat(Stream.of("userName", "displayName", "title").filter(name -> isSupplied(creation, name)))
                .containsExactly("userName", "displayName");
        assertThat(Stream.of("userName", "displayName", "title").filter(name -> isSupplied(modification, name)))
                .containsExactly("title");
    }

    private boolean isSupplied(Written.Resource written, String name) {
        return written.supplied()
                .test(users().type().resolve(AttributePath.of(name)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e", "019A0E3C-7B5D-7C3F-9D2E-4F6A8B0C1D2E"})
    void nothingIsWrittenToWhatIsNotThere(String id) {
        changes(id, null).forEach(write -> refused(write, 404));

        assertThat(writes.events(writer)).isEmpty();
    }

    @Test
    void whatBelongsToAnotherOrganizationIsNotThere() {
        var id = created(BARBARA).id();
        var owner = writer;
        anOrganization();

        changes(id, null).forEach(write -> refused(write, 404));

        assertThat(writes.events(writer)).isEmpty();
        assertThat(writes.events(owner)).containsExactly("created 1");
    }

    @ParameterizedTest(name = "If-Match: {0}, If-None-Match: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            W/"7"        | -
            "7", W/"8"   | -
            nonsense     | -
            -            | W/"1"
            -            | *
            W/"1"        | W/"1"
            """)
    void aConditionThatDoesNotHoldRefusesAll(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var id = created(BARBARA).id();

        changes(id, EntityTags.ofWrite(ifMatch, ifNoneMatch)).forEach(write -> refused(write, 412));

        assertThat(writes.events(writer)).containsExactly("created 1");
    }

    @ParameterizedTest(name = "If-Match: {0}, If-None-Match: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            W/"1"        | -
            "7", "1"     | -
            *            | -
            -            | W/"7"
            W/"1"        | "7"
            -            | -
            """)
    void aConditionThatHoldsIsNoHindrance(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var id = created(BARBARA).id();

        var replaced = replace(id, EntityTags.ofWrite(ifMatch, ifNoneMatch), user("'userName':'babs'"));

        assertThat(replaced.meta().version()).isEqualTo(2);
    }

    @Test
    void aWriteWithoutABodyIsRefusedBeforeAnythingIsLookedFor() {
        Stream.of(
                        new Write.Create(users(), null),
                        new Write.Replace(users(), NOBODY.toString(), null, null),
                        new Write.Modify(users(), NOBODY.toString(), null, null))
                .forEach(write -> {
                    var refusal = refused(write, 400);
                    assertThat(refusal.scimType()).contains(ScimType.INVALID_SYNTAX);
                    assertThat(refusal.detail()).isEqualTo("The body is empty: send a JSON object");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bjensen", "x' for key 'PRIMARY", "for key 'scim_user_external_id'"})
    void aNameThatIsTakenIsRefusedWhateverItSays(String name) {
        create(name);

        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> create(name))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409))
                .satisfies(refusal -> assertThat(refusal.scimType()).contains(ScimType.UNIQUENESS))
                .withMessageContaining("userName");
        assertThat(writes.events(writer)).containsExactly("created 1");
    }

    private void create(String name) {
        writes.run(
                writer,
                new Write.Create(
                        users(),
                        SchemaFixtures.object(
                                "{\"schemas\":[\"%s\"],\"userName\":\"%s\"}".formatted(SchemaFixtures.CORE, name))));
    }

    @Test
    void whereOneOperationIsRefusedNoneIsDone() {
        var id = created(BARBARA).id();

        refused(
                new Write.Modify(
                        users(),
                        id,
                        null,
                        patch("{'op':'add','path':'title','value':'x'},{'op':'remove','path':'userName'}")),
                400);

        assertThat(modify(id, "{'op':'remove','path':'title'}").meta().version())
                .isEqualTo(1);
        assertThat(writes.events(writer)).containsExactly("created 1");
    }

    @Test
    void anEventSaysWhatItsWriteWasForgiven() {
        var compatible = writes.writer(Tolerances.of(ConformanceMode.COMPATIBLE));
        var first = compatible.part(compatible.call());
        var second = compatible.part(compatible.call());

        var id = writes.resource(first, new Write.Create(users(), user("'userName':'bjensen','active':'True'")))
                .id();
        writes.run(second, new Write.Replace(users(), id, null, user("'userName':'bjensen','active':false")));

        assertThat(writes.events(compatible)).containsExactly("created 1 forgiven text-as-boolean", "disabled 2");
    }

    private ResourceStore users() {
        return writes.users();
    }

    private ScimResource created(String attributes) {
        return writes.resource(writer, new Write.Create(users(), user(attributes)));
    }

    private ScimResource replace(String id, @Nullable EntityTags condition, ScimValue.Complex body) {
        return writes.resource(writer, new Write.Replace(users(), id, condition, body));
    }

    private ScimResource modify(String id, String operation) {
        return writes.resource(writer, new Write.Modify(users(), id, null, patch(operation)));
    }

    private List<Write> changes(String id, @Nullable EntityTags condition) {
        return List.of(
                new Write.Replace(users(), id, condition, user("'userName':'babs'")),
                new Write.Modify(users(), id, condition, patch("{'op':'add','path':'title','value':'x'}")),
                new Write.Delete(users(), id, condition));
    }

    private ScimException refused(Write write, int status) {
        var refusal = catchThrowableOfType(ScimException.class, () -> writes.run(writer, write));
        assertThat(refusal.status()).as(refusal.detail()).isEqualTo(status);
        return refusal;
    }
}
