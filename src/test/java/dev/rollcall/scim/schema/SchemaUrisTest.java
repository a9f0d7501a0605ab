package dev.rollcall.scim.schema;

import static dev.rollcall.scim.testing.SchemaFixtures.USER;
import static dev.rollcall.scim.testing.SchemaFixtures.notation;
import static dev.rollcall.scim.tolerance.Tolerance.DRAFT_URN;
import static dev.rollcall.scim.tolerance.Tolerance.MISSING_SCHEMAS;
import static dev.rollcall.scim.tolerance.Tolerance.ONE_AS_LIST;
import static dev.rollcall.scim.tolerance.Tolerance.OTHER_SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaUrisTest {
    private static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    static Stream<Arguments> resources() {
        return Stream.of(
                arguments("{}", Set.of(MISSING_SCHEMAS)),
                arguments("{'schemas': []}", Set.of(MISSING_SCHEMAS)),
                arguments("{'schemas': null}", Set.of(MISSING_SCHEMAS)),
                arguments("{'schemas': 'CORE'}", Set.of(ONE_AS_LIST)),
                arguments("{'Schemas': 'CORE'}", Set.of(ONE_AS_LIST)),
                arguments("{'schemas': 'x'}", Set.of(ONE_AS_LIST, OTHER_SCHEMAS)),
                arguments("{'schemas': ['ENTERPRISE']}", Set.of(OTHER_SCHEMAS)),
                arguments("{'schemas': ['CORE', 'urn:x:y']}", Set.of(OTHER_SCHEMAS)),
                arguments("{'schemas': ['" + PATCH_OP + "']}", Set.of(OTHER_SCHEMAS)),
                arguments("{'schemas': ['']}", Set.of(OTHER_SCHEMAS)),
                arguments("{'schemas': ['urn:scim:schemas:core:2.0:User']}", Set.of(DRAFT_URN)),
                arguments("{'schemas': ['URN:scim:schemas:core:2.0']}", Set.of(DRAFT_URN)),
                arguments("{'schemas': 'urn:scim:schemas:core:2.0'}", Set.of(DRAFT_URN, ONE_AS_LIST)),
                arguments(
                        "{'schemas': ['CORE', 'urn:scim:schemas:extension:enterprise:2.0:User']}", Set.of(DRAFT_URN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resources")
    @Proves({"CM-013", "CM-014", "PO-007"})
    void aResourceIsOfTheTypeOfItsEndpointWhereThatIsForgiven(String body, Set<Tolerance> needed) {
        assertNeeds(needed, tolerances -> SchemaUris.checkResource(notation(body), USER, tolerances));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("{}", Set.of(MISSING_SCHEMAS)),
                arguments("{'schemas': []}", Set.of(MISSING_SCHEMAS)),
                arguments("{'schemas': '" + PATCH_OP + "'}", Set.of(ONE_AS_LIST)),
                arguments("{'schemas': ['CORE']}", Set.of(OTHER_SCHEMAS)),
                arguments("{'schemas': ['urn:scim:schemas:core:2.0:PatchOp']}", Set.of(DRAFT_URN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    @Proves({"HT-008", "PA-002"})
    void aMessageIsTheOneOfItsEndpointWhereThatIsForgiven(String body, Set<Tolerance> needed) {
        assertNeeds(needed, tolerances -> SchemaUris.checkMessage(notation(body), PATCH_OP, tolerances));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:scim:api:messages:2.0:PatchOp, urn:ietf:params:scim:api:messages:2.0:PatchOp",
        "urn:ietf:params:scim:schemas:core:2.0:PatchOp, urn:ietf:params:scim:api:messages:2.0:PatchOp",
        "urn:ietf:params:scim:schemas:core:2.0:SearchRequest, urn:ietf:params:scim:api:messages:2.0:SearchRequest",
        "urn:ietf:params:scim:schemas:core:2.0:bulkrequest, urn:ietf:params:scim:api:messages:2.0:BulkRequest",
    })
    void aMessageAmongTheCoreSchemasIsOneOfADraft(String draft, String uri) {
        var body = notation("{'schemas': ['" + draft + "']}");
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);

        SchemaUris.checkMessage(body, uri, tolerances);

        assertThat(tolerances.noted()).containsExactly(DRAFT_URN);
        assertThat(refusal(Tolerances.of(ConformanceMode.STRICT), t -> SchemaUris.checkMessage(body, uri, t)))
                .isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'schemas': ['PATCH', 'CORE']}", "{'schemas': ['CORE', 'PATCH']}"})
    void whatElseAMessageNamesIsNotedAtMost(String text) {
        var body = notation(text.replace("PATCH", PATCH_OP));
        var compatible = Tolerances.of(ConformanceMode.COMPATIBLE);

        SchemaUris.checkMessage(body, PATCH_OP, compatible);

        assertThat(compatible.noted()).containsExactly(OTHER_SCHEMAS);
        assertThatNoException()
                .isThrownBy(() -> SchemaUris.checkMessage(body, PATCH_OP, Tolerances.of(ConformanceMode.STRICT)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'schemas': ['urn:scim:schemas:core:1.0']} | INVALID_VERSION",
                "{'schemas': 'urn:scim:schemas:core:1.0'} | INVALID_VERSION",
                "{'schemas': ['CORE', 'urn:scim:schemas:extension:enterprise:1.0']} | INVALID_VERSION",
                "{'schemas': ['URN:SCIM:SCHEMAS:EXTENSION:X:1.0']} | INVALID_VERSION",
                "{'schemas': ['CORE', 5]} | INVALID_SYNTAX",
                "{'schemas': [null]} | INVALID_SYNTAX",
                "{'schemas': [['CORE']]} | INVALID_SYNTAX",
                "{'schemas': {}} | INVALID_SYNTAX",
                "{'schemas': {'value': 'CORE'}} | INVALID_SYNTAX",
                "{'schemas': 5} | INVALID_SYNTAX",
                "{'schemas': true} | INVALID_SYNTAX",
                "{'schemas': ['CORE'], 'SCHEMAS': ['CORE']} | INVALID_SYNTAX",
            })
    @Proves("HT-009")
    void refusesInBothModes(String text, ScimType keyword) {
        var body = notation(text);
        for (var mode : ConformanceMode.values()) {
            assertThat(refusal(Tolerances.of(mode), t -> SchemaUris.checkResource(body, USER, t)))
                    .isEqualTo(keyword);
            assertThat(refusal(Tolerances.of(mode), t -> SchemaUris.checkMessage(body, SchemaFixtures.CORE, t)))
                    .isEqualTo(keyword);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "urn:scim:schemas:extension:enterprise:2.0:User, true",
        "URN:SCIM:schemas:EXTENSION:enterprise:2.0:user, true",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, true",
        "urn:scim:schemas:extension:enterprise:1.0, false",
        "urn:scim:schemas:extension:enterprise:2.0, false",
        "urn:scim:schemas:core:2.0, false",
        "urn:scim:2.0, false",
        "enterprise, false",
    })
    void findsExtensionsByTheUrnsOfDrafts(String urn, boolean found) {
        assertThat(DraftUrns.extension(USER, urn, Tolerances.of(ConformanceMode.COMPATIBLE)))
                .matches(extension -> extension.isPresent() == found);
        assertThat(DraftUrns.extension(USER, urn, Tolerances.of(ConformanceMode.STRICT)))
                .matches(extension -> extension.isPresent() == (found && urn.startsWith("urn:ietf")));
    }

    private static void assertNeeds(Set<Tolerance> needed, Consumer<Tolerances> check) {
        var compatible = Tolerances.of(ConformanceMode.COMPATIBLE);
        check.accept(compatible);
        assertThat(compatible.noted()).isEqualTo(needed);
        assertThat(refusal(Tolerances.of(ConformanceMode.STRICT), check))
                .isIn(ScimType.INVALID_SYNTAX, ScimType.INVALID_VERSION);
        for (var refused : needed) {
            var others = EnumSet.copyOf(ConformanceMode.COMPATIBLE.tolerances());
            others.remove(refused);
            assertThat(refusal(Tolerances.of(others), check)).isNotNull();
        }
        assertThatNoException().isThrownBy(() -> check.accept(Tolerances.of(needed)));
    }

    private static ScimType refusal(Tolerances tolerances, Consumer<Tolerances> check) {
        return catchThrowableOfType(ScimException.class, () -> check.accept(tolerances))
                .scimType()
                .orElseThrow();
    }
}
