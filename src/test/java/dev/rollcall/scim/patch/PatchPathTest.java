package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchPathTest {
    @ParameterizedTest(name = "PA-008 {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title|title",
                "name.familyName|name.familyName",
                "urn:x:y:2.0:User:manager.value|urn:x:y:2.0:User:manager.value",
                "urn:x:y:2.0:User|urn:x:y:2.0:User",
                "emails[type eq \"work\"]|emails[type eq \"work\"]",
                "emails[type eq \"work\"].value|emails[type eq \"work\"].value",
                "urn:x:y:2.0:User:doors[value eq \"]\" and not (display pr)].$ref"
                        + "|urn:x:y:2.0:User:doors[value eq \"]\" and not (display pr)].$ref",
                "emails.type eq \"work\"|emails[type eq \"work\"]",
                "colors eq \"r[e]d\"|colors[value eq \"r[e]d\"]",
                "colors  Eq\"red\"|colors[value eq \"red\"]",
                "colors pr|colors[value pr]"
            })
    @Proves("PA-008")
    void reads(String text, String printed) {
        var path = PatchPath.parse(text, Tolerances.of(ConformanceMode.STRICT));

        assertThat(path).hasToString(printed);
        assertThat(PatchPath.parse(printed, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(path);
    }

    @ParameterizedTest(name = "PA-008 {0}")
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "a.",
                ".a",
                "a..b",
                "a.b.c",
                "1a",
                "emails[",
                "emails]",
                "[type pr]",
                "a.b[type pr]",
                "emails[type pr]value",
                "emails[type pr].",
                "emails[type pr].a.b",
                "emails[type pr].urn:x:y:a",
                "emails[type pr]]",
                "name givenName",
                "a/b",
                "a eq 1 and b eq 2",
                "emails [type pr]",
                "\u0000"
            })
    @Proves("PA-008")
    void refusesWhatIsNoPath(String text) {
        assertThat(refusal(text)).isEqualTo(ScimType.INVALID_PATH);
    }

    @ParameterizedTest(name = "PA-008 {0}")
    @ValueSource(
            strings = {
                "emails[]",
                "emails[type zz 1]",
                "emails[type eq \"work]",
                "emails[(type pr]",
                "emails[a[b pr]]",
                "emails[0]",
                "colors eq",
                "colors eq red blue"
            })
    @Proves("PA-008")
    void refusesABadFilter(String text) {
        assertThat(refusal(text)).isEqualTo(ScimType.INVALID_FILTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {20_001, 1_000_000})
    void refusesAnEndlessPath(int length) {
        assertThat(refusal("a".repeat(length))).isEqualTo(ScimType.INVALID_PATH);
        assertThat(refusal("urn:" + "x".repeat(length))).isEqualTo(ScimType.INVALID_PATH);
    }

    private static ScimType refusal(String text) {
        return catchThrowableOfType(
                        ScimException.class, () -> PatchPath.parse(text, Tolerances.of(ConformanceMode.STRICT)))
                .scimType()
                .orElseThrow();
    }
}
