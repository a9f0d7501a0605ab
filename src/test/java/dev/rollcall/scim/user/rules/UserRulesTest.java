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
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UserRulesTest {
    private static final UserRules RULES = new UserRules(USER, 8);
    private static final Map<String, Tolerance> TOLERANCES = Map.of(
            "userName", Tolerance.USER_NAME,
            "password", Tolerance.PASSWORD,
            "profileUrl", Tolerance.URL,
            "photos.value", Tolerance.URL,
            "preferredLanguage", Tolerance.PREFERRED_LANGUAGE,
            "locale", Tolerance.LOCALE,
            "timezone", Tolerance.TIME_ZONE,
            "addresses.country", Tolerance.COUNTRY,
            "title", Tolerance.UNKNOWN_ATTRIBUTE);

    static Stream<Arguments> values() {
        return Stream.of(
                taken("profileUrl", "https://example.com/jensen"),
                taken("profileUrl", "HTTP://example.com"),
                taken("profileUrl", "http://127.0.0.1:8080/a?b=c#d"),
                taken("profileUrl", "https://example.com/ü"),
                taken("profileUrl", "ftp://example.com/jensen"),
                forgiven("profileUrl", "not a url"),
                forgiven("profileUrl", "jensen"),
                forgiven("profileUrl", "www.example.com/jensen"),
                forgiven("profileUrl", "//example.com/jensen"),
                forgiven("profileUrl", "/jensen"),
                forgiven("profileUrl", "https:"),
                forgiven("profileUrl", "https:///jensen"),
                forgiven("profileUrl", "C:/jensen"),
                refused("profileUrl", "JavaScript:alert(1)"),
                refused("profileUrl", " java\tscript:alert(1)"),
                refused("photos.value", "\u0000vbscript:x"),
                forgiven("profileUrl", "see javascript: the good parts"),
                forgiven("profileUrl", ""),
                taken("photos.value", "https://photos.example.com/F"),
                taken("photos.value", "data:image/png;base64,iVBORw0KGgo="),
                forgiven("photos.value", "photo.png"),
                taken("preferredLanguage", "en"),
                taken("preferredLanguage", "en-US"),
                taken("preferredLanguage", "en-US, fr;q=0.8"),
                taken("preferredLanguage", "da,en-gb ; q=1.000,*;q=0.1"),
                taken("preferredLanguage", "zh-Hant-TW"),
                forgiven("preferredLanguage", "en_US"),
                forgiven("preferredLanguage", "en US"),
                forgiven("preferredLanguage", "en,,fr"),
                forgiven("preferredLanguage", "en;q=2"),
                forgiven("preferredLanguage", "en;q=0.1234"),
                forgiven("preferredLanguage", "en;level=1"),
                forgiven("preferredLanguage", "englishlanguage"),
                forgiven("preferredLanguage", ""),
                forgiven("preferredLanguage", "en-".repeat(20_000) + "US"),
                taken("locale", "es-419"),
                taken("locale", "en"),
                taken("locale", "en_US"),
                taken("locale", "de-DE-u-co-phonebk"),
                taken("locale", "sl-rozaj-biske"),
                taken("locale", "x-whatever"),
                forgiven("locale", "en US"),
                forgiven("locale", "en-US,fr"),
                forgiven("locale", "en_US.UTF-8"),
                forgiven("locale", "e"),
                forgiven("locale", ""),
                forgiven("locale", "en-" + "abcde-".repeat(10_000)),
                taken("timezone", "America/Los_Angeles"),
                taken("timezone", "america/los_angeles"),
                taken("timezone", "UTC"),
                taken("timezone", "Etc/GMT+5"),
                forgiven("timezone", "Mars/Base"),
                forgiven("timezone", "+01:00"),
                forgiven("timezone", "UTC+1"),
                forgiven("timezone", "Pacific Standard Time"),
                forgiven("timezone", ""),
                taken("addresses.country", "US"),
                taken("addresses.country", "XK"),
                forgiven("addresses.country", "us"),
                forgiven("addresses.country", "USA"),
                forgiven("addresses.country", "United States"),
                forgiven("addresses.country", "UK"),
                forgiven("addresses.country", ""),
                taken("password", "t1meMa$heen"),
                taken("password", "passwörd"),
                taken("password", "\ud83d\ude00".repeat(8)),
                forgiven("password", "t1meMa$"),
                forgiven("password", "\ud83d\ude00".repeat(7)),
                forgiven("password", "t1meMa\u0007sheen"),
                refused("password", ""),
                taken("userName", "bjensen"),
                forgiven("userName", "bjen\u200bsen"),
                forgiven("userName", " bjensen"),
                forgiven("userName", "\u05d0b"),
                forgiven("userName", "a\u0007b"),
                refused("userName", ""),
                refused("userName", " \t\u3000"),
                refused("userName", "\u200b\u3164\ufe0f"),
                taken("title", "anything at all\n"));
    }

    private static Arguments taken(String attribute, String value) {
        return Arguments.of(attribute, value, true, true);
    }

    /// Refused unless it is forgiven.
    private static Arguments forgiven(String attribute, String value) {
        return Arguments.of(attribute, value, true, false);
    }

    private static Arguments refused(String attribute, String value) {
        return Arguments.of(attribute, value, false, false);
    }

    @Proves({"US-007", "US-008", "US-009", "US-010", "US-018", "SC-005"})
    @ParameterizedTest(name = "{0} \"{1}\" is taken in compatible mode: {2}, in strict mode: {3}")
    @MethodSource("values")
    void eachAttributeHasItsRule(String attribute, String value, boolean compatible, boolean strict) {
        var forgiving = Tolerances.of(ConformanceMode.COMPATIBLE);
        var tolerance = Objects.requireNonNull(TOLERANCES.get(attribute));
        var others = EnumSet.copyOf(ConformanceMode.COMPATIBLE.tolerances());
        others.remove(tolerance);

        assertThat(isTaken(attribute, value, forgiving)).isEqualTo(compatible);
        assertThat(isTaken(attribute, value, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(strict);
        assertThat(isTaken(attribute, value, Tolerances.of(others))).isEqualTo(strict);
        assertThat(forgiving.noted()).isEqualTo(compatible && !strict ? Set.of(tolerance) : Set.of());
    }

    private static boolean isTaken(String attribute, String value, Tolerances tolerances) {
        try {
            RULES.check(null, user(attribute, value), tolerances);
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
