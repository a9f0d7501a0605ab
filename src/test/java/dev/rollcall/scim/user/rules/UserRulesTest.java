package dev.rollcall.scim.user.rules;

import static dev.rollcall.scim.testing.SchemaFixtures.USER;
import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UserRulesTest {
    private static final UserRules RULES = new UserRules(USER, 8);

    static Stream<Arguments> values() {
        return Stream.of(
                taken("profileUrl", "https://example.com/jensen"),
                taken("profileUrl", "HTTP://example.com"),
                taken("profileUrl", "http://127.0.0.1:8080/a?b=c#d"),
                taken("profileUrl", "https://example.com/ü"),
                taken("profileUrl", "ftp://example.com/jensen"),
                refused("profileUrl", "not a url"),
                refused("profileUrl", "jensen"),
                refused("profileUrl", "www.example.com/jensen"),
                refused("profileUrl", "//example.com/jensen"),
                refused("profileUrl", "/jensen"),
                refused("profileUrl", "https:"),
                refused("profileUrl", "https:///jensen"),
                refused("profileUrl", "C:/jensen"),
                refused("profileUrl", "JavaScript:alert(1)"),
                refused("profileUrl", ""),
                taken("photos.value", "https://photos.example.com/F"),
                taken("photos.value", "data:image/png;base64,iVBORw0KGgo="),
                refused("photos.value", "photo.png"),
                taken("preferredLanguage", "en"),
                taken("preferredLanguage", "en-US"),
                taken("preferredLanguage", "en-US, fr;q=0.8"),
                taken("preferredLanguage", "da,en-gb ; q=1.000,*;q=0.1"),
                taken("preferredLanguage", "zh-Hant-TW"),
                lenient("preferredLanguage", "en_US"),
                refused("preferredLanguage", "en US"),
                refused("preferredLanguage", "en,,fr"),
                refused("preferredLanguage", "en;q=2"),
                refused("preferredLanguage", "en;q=0.1234"),
                refused("preferredLanguage", "en;level=1"),
                refused("preferredLanguage", "englishlanguage"),
                refused("preferredLanguage", ""),
                refused("preferredLanguage", "en-".repeat(20_000) + "US"),
                taken("locale", "es-419"),
                taken("locale", "en"),
                taken("locale", "en_US"),
                taken("locale", "de-DE-u-co-phonebk"),
                taken("locale", "sl-rozaj-biske"),
                taken("locale", "x-whatever"),
                refused("locale", "en US"),
                refused("locale", "en-US,fr"),
                refused("locale", "en_US.UTF-8"),
                refused("locale", "e"),
                refused("locale", ""),
                refused("locale", "en-" + "abcde-".repeat(10_000)),
                taken("timezone", "America/Los_Angeles"),
                taken("timezone", "america/los_angeles"),
                taken("timezone", "UTC"),
                taken("timezone", "Etc/GMT+5"),
                refused("timezone", "Mars/Base"),
                refused("timezone", "+01:00"),
                refused("timezone", "UTC+1"),
                refused("timezone", "Pacific Standard Time"),
                refused("timezone", ""),
                taken("addresses.country", "US"),
                taken("addresses.country", "XK"),
                lenient("addresses.country", "us"),
                refused("addresses.country", "USA"),
                refused("addresses.country", "United States"),
                refused("addresses.country", "UK"),
                refused("addresses.country", ""),
                taken("password", "t1meMa$heen"),
                taken("password", "passwörd"),
                taken("password", "\ud83d\ude00".repeat(8)),
                refused("password", "t1meMa$"),
                refused("password", "\ud83d\ude00".repeat(7)),
                refused("password", "t1meMa\u0007sheen"),
                refused("password", ""),
                taken("userName", "bjensen"),
                refused("userName", "bjen\u200bsen"),
                taken("title", "anything at all\n"));
    }

    private static Arguments taken(String attribute, String value) {
        return Arguments.of(attribute, value, true, true);
    }

    /// Refused in strict mode only.
    private static Arguments lenient(String attribute, String value) {
        return Arguments.of(attribute, value, true, false);
    }

    private static Arguments refused(String attribute, String value) {
        return Arguments.of(attribute, value, false, false);
    }

    @Proves({"US-007", "US-008", "US-009", "US-010", "US-018", "SC-005"})
    @ParameterizedTest(name = "{0} \"{1}\" is taken in compatible mode: {2}, in strict mode: {3}")
    @MethodSource("values")
    void eachAttributeHasItsRule(String attribute, String value, boolean compatible, boolean strict) {
        assertThat(isTaken(attribute, value, ConformanceMode.COMPATIBLE)).isEqualTo(compatible);
        assertThat(isTaken(attribute, value, ConformanceMode.STRICT)).isEqualTo(strict);
    }

    private static boolean isTaken(String attribute, String value, ConformanceMode mode) {
        try {
            RULES.check(null, user(attribute, value), Tolerances.of(mode));
            return true;
        } catch (ScimException refused) {
            assertThat(refused.scimType()).contains(ScimType.INVALID_VALUE);
            assertThat(refused.detail())
                    .startsWith("Attribute '" + attribute + "' ")
                    .containsPattern(": (send|map|remove)");
            return false;
        }
    }

    @Test
    void aRefusedPasswordIsNotRepeated() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> RULES.check(null, user("password", "hunter2"), Tolerances.of(ConformanceMode.STRICT)))
                .satisfies(refused -> assertThat(refused.detail()).doesNotContain("hunter2"));
    }

    @Test
    void whatIsStoredAlreadyBlocksNoOtherChange() {
        var odd = object("""
                {"userName": "odd\\u200b", "timezone": "Mars/Base",
                 "addresses": [{"type": "work", "country": "USA"}, {"type": "home", "country": "DE"}]}
                """);
        var changed = odd.with("title", ScimValue.of("Boss"));
        var worse = odd.with("timezone", ScimValue.of("Mars/Crater"));

        assertThatCode(() -> RULES.check(odd, changed, Tolerances.of(ConformanceMode.STRICT)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> RULES.check(odd, worse, Tolerances.of(ConformanceMode.STRICT)))
                .withMessageContaining("timezone");
    }

    private static ScimValue.Complex user(String attribute, String value) {
        var path = AttributePath.parse(attribute).orElseThrow();
        var text = ScimValue.of(value);
        return path.subAttribute() == null
                ? ScimValue.Complex.EMPTY.with(path.name(), text)
                : ScimValue.Complex.EMPTY.with(
                        path.name(),
                        ScimValue.array(
                                ScimValue.Complex.EMPTY.with("type", ScimValue.of("work")),
                                ScimValue.Complex.EMPTY.with(path.subAttribute(), text)));
    }

    @Proves("US-006")
    @ParameterizedTest(name = "\"{0}\" after {1} became {2}: {3}")
    @CsvSource(textBlock = """
            Barbara Jensen,        Jensen,  Smith,    gone
            Barbara JENSEN,        Jensen,  Smith,    gone
            Barbara Smith,         Jensen,  Smith,    there
            Barbara Jensen-Smith,  Jensen,  Smith,    there
            Barbara Jensen-Smith,  Jensen,  Jones,    gone
            Barbara Jensen,        Jensen,  '',       gone
            Barbara Jensen,        Jensen,  jensen,   there
            Barbara Jensen,        '',      Smith,    there
            Barbara Jensen,        Jens,    Smith,    there
            Anna Lee,              Anna,    Ann,      gone
            Ann Lee,               Ann,     Anna,     gone
            'Müller, Eva',         Mu\u0308ller, Maier, gone
            山田太郎,               山田,     佐藤,      gone
            佐藤太郎,               山田,     佐藤,      there
            Babs,                  Jensen,  Smith,    there
            """)
    void theFormattedNameGoesWhereItNamesTheFormerPartOnly(
            String formatted, String old, String changed, String expected) {
        var before = name(formatted, old);
        var after = name(formatted, changed);

        var settled = RULES.settled(before, after, _ -> false);

        assertThat(settled).isEqualTo(expected.equals("there") ? after : withoutFormatted(after));
        assertThat(RULES.settled(before, after, path -> path.toString().equals("name.formatted")))
                .isEqualTo(after);
    }

    @Test
    void aNameThatIsGoneOrNewIsLeftAlone() {
        var some = name("Barbara Jensen", "Jensen");

        assertThat(RULES.settled(some, ScimValue.Complex.EMPTY, _ -> false)).isEqualTo(ScimValue.Complex.EMPTY);
        assertThat(RULES.settled(ScimValue.Complex.EMPTY, some, _ -> false)).isEqualTo(some);
    }

    private static ScimValue.Complex name(String formatted, String familyName) {
        var name = ScimValue.Complex.EMPTY.with("formatted", ScimValue.of(formatted));
        return ScimValue.Complex.EMPTY.with(
                "name", familyName.isEmpty() ? name : name.with("familyName", ScimValue.of(familyName)));
    }

    private static ScimValue.Complex withoutFormatted(ScimValue.Complex user) {
        var name = ((ScimValue.Complex) Objects.requireNonNull(user.find("name"))).without("formatted");
        return name.isEmpty() ? ScimValue.Complex.EMPTY : user.with("name", name);
    }
}
