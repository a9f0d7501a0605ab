package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.body;
import static dev.rollcall.scim.patch.Patches.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchReaderTest {
    private static final PatchPath TITLE = new PatchPath(AttributePath.of("title"), null, null);

    private final PatchReader compatible = new PatchReader(Tolerances.of(ConformanceMode.COMPATIBLE));
    private final PatchReader strict = new PatchReader(Tolerances.of(ConformanceMode.STRICT));

    @ParameterizedTest(name = "A-01 op {0}")
    @ValueSource(strings = {"add", "Add", "ADD"})
    void takesOpInAnyCase(String op) {
        var read = strict.read(body("{'Op': '" + op + "', 'PATH': 'title', 'value': 'T'}"));

        assertThat(read).containsExactly(new PatchOperation.Add(TITLE, ScimValue.of("T")));
    }

    @Test
    void readsOperationsWithoutPath() {
        var read = compatible.read(body("{'op': 'add', 'value': {'title': 'T'}}, {'op': 'replace', 'path': null,"
                + " 'value': {}}, {'op': 'add', 'path': ' ', 'value': {}}, {'op': 'remove', 'path': ' title '}"));

        assertThat(read)
                .containsExactly(
                        new PatchOperation.Add(null, json("{'title': 'T'}")),
                        new PatchOperation.Replace(null, ScimValue.Complex.EMPTY),
                        new PatchOperation.Add(null, ScimValue.Complex.EMPTY),
                        new PatchOperation.Remove(TITLE, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PA-002 another message|{'schemas': ['CORE'], 'Operations': []}|INVALID_SYNTAX",
                "PA-002 A-30 no operations|{PATCH, 'Operations': []}|INVALID_SYNTAX",
                "PA-002 no array|{PATCH, 'Operations': {'op': 'remove', 'path': 'title'}}|INVALID_SYNTAX",
                "PA-002 missing|{PATCH}|INVALID_SYNTAX",
                "PA-002 twice|{PATCH, 'Operations': [], 'operations': []}|INVALID_SYNTAX",
                "PA-003 move|{PATCH, 'Operations': [{'op': 'move', 'path': 'title'}]}|INVALID_SYNTAX",
                "PA-003 no op|{PATCH, 'Operations': [{'path': 'title'}]}|INVALID_SYNTAX",
                "PA-003 op a number|{PATCH, 'Operations': [{'op': 1}]}|INVALID_SYNTAX",
                "no object|{PATCH, 'Operations': ['remove']}|INVALID_SYNTAX",
                "path a number|{PATCH, 'Operations': [{'op': 'remove', 'path': 5}]}|INVALID_SYNTAX",
                "PA-016 add without value|{PATCH, 'Operations': [{'op': 'add', 'path': 'title'}]}|INVALID_SYNTAX",
                "PA-017 no object without path|{PATCH, 'Operations': [{'op': 'add', 'value': 'x'}]}|INVALID_SYNTAX",
                "no objects in an array without path|{PATCH, 'Operations': [{'op': 'add', 'value': [{}, 'x']}]}|INVALID_SYNTAX",
                "an empty array without path|{PATCH, 'Operations': [{'op': 'replace', 'value': []}]}|INVALID_SYNTAX",
                "arrays in an array|{PATCH, 'Operations': [{'op': 'replace', 'value': [[{}]]}]}|INVALID_SYNTAX",
                "PA-022 remove without path|{PATCH, 'Operations': [{'op': 'remove'}]}|NO_TARGET",
                "PO-28 SCIM 1.1|{'schemas': ['urn:scim:schemas:core:1.0'], 'title': 'T'}|INVALID_VERSION"
            })
    @Proves({"PA-002", "PA-003", "PA-016", "PA-017", "PA-022"})
    void refuses(String rule, String text, ScimType expected) {
        var body = json(text.replace("PATCH", "'schemas': ['" + PatchReader.PATCH_OP + "']"));

        assertThat(refusal(compatible, body)).as(rule).isEqualTo(expected);
        assertThat(refusal(strict, body)).as(rule).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'schemas': [],", "'schemas': 'PATCH',", "'schemas': ['CORE'],"})
    @Proves("PA-002")
    void takesThePatchForOneInCompatibleModeOnly(String schemas) {
        var body = json("{" + schemas.replace("PATCH", PatchReader.PATCH_OP)
                + "'Operations': [{'op': 'remove', 'path': 'title'}]}");

        assertThat(compatible.read(body)).containsExactly(new PatchOperation.Remove(TITLE, null));
        assertThat(refusal(strict, body)).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @Test
    @Proves("SC-008")
    void refusesMoreThanAThousandOperations() {
        var one = "{'op': 'remove', 'path': 'title'}";

        assertThat(compatible.read(body((one + ",").repeat(999) + one))).hasSize(1_000);
        assertThat(refusal(compatible, body((one + ",").repeat(1_000) + one))).isEqualTo(ScimType.INVALID_SYNTAX);
        assertThat(refusal(compatible, body("{'op': 'add', 'value': [" + "{},".repeat(1_000) + "{}]}")))
                .isEqualTo(ScimType.INVALID_SYNTAX);
    }

    private static ScimType refusal(PatchReader reader, ScimValue.Complex body) {
        return catchThrowableOfType(ScimException.class, () -> reader.read(body))
                .scimType()
                .orElseThrow();
    }
}
