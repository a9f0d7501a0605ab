package dev.rollcall.scim.filter;

import static dev.rollcall.scim.tolerance.Tolerance.KEYWORD_CASE;
import static dev.rollcall.scim.tolerance.Tolerance.TEXT_AS_BOOLEAN;
import static dev.rollcall.scim.tolerance.Tolerance.TEXT_AS_NUMBER;
import static dev.rollcall.scim.tolerance.Tolerance.UNENCODED_PLUS;
import static dev.rollcall.scim.tolerance.Tolerance.UNQUOTED_OPERAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Operands in other forms than the grammar has: each means what the strict filter beside it means.
class UnquotedOperandTest {
    private static final String COUNT = EveryType.URI + ":count";
    private static final Set<Tolerance> UNQUOTED = Set.of(UNQUOTED_OPERAND);
    private static final String RATIO = EveryType.URI + ":ratio";

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("title co abc", "title co \"abc\"", UNQUOTED),
                arguments("title ne a\\b", "title ne \"a\\\\b\"", UNQUOTED),
                arguments("userName sw jane.doe@acme.example", "userName sw \"jane.doe@acme.example\"", UNQUOTED),
                arguments("userName ew .example", "userName ew \".example\"", UNQUOTED),
                arguments(
                        "id eq 6f1c2d3e-0a1b-4c5d-8e9f-001122334455",
                        "id eq \"6f1c2d3e-0a1b-4c5d-8e9f-001122334455\"",
                        UNQUOTED),
                arguments("name.givenName ge Ünal", "name.givenName ge \"Ünal\"", UNQUOTED),
                arguments("not (title sw abc)", "not (title sw \"abc\")", UNQUOTED),
                arguments(
                        "(title sw abc)and(title ew x)",
                        "(title sw \"abc\") and (title ew \"x\")",
                        Set.of(UNQUOTED_OPERAND, Tolerance.MISSING_SPACE)),
                arguments(
                        "emails[type eq work and value co @acme]",
                        "emails[type eq \"work\" and value co \"@acme\"]",
                        UNQUOTED),
                arguments("meta.created gt 2020-01-01T00:00:00Z", "meta.created gt \"2020-01-01T00:00:00Z\"", UNQUOTED),
                arguments(
                        "meta.created le 2020-01-01T00:00:00.1234567+02:00",
                        "meta.created le \"2020-01-01T00:00:00.1234567+02:00\"",
                        UNQUOTED),
                arguments(
                        "meta[created lt 2020-01-01T00:00:00.1234567-02:00]",
                        "meta[created lt \"2020-01-01T00:00:00.1234567-02:00\"]",
                        UNQUOTED),
                arguments(
                        "meta.created lt 2020-01-01T00:00:00 02:00 or title pr",
                        "meta.created lt \"2020-01-01T00:00:00+02:00\" or title pr",
                        Set.of(UNQUOTED_OPERAND, UNENCODED_PLUS)),
                arguments("title co 42", "title co \"42\"", UNQUOTED),
                arguments("title sw 007", "title sw \"007\"", UNQUOTED),
                arguments("title gt 1.50", "title gt \"1.50\"", UNQUOTED),
                arguments("title ew 12E5", "title ew \"12E5\"", UNQUOTED),
                arguments("title lt 1e99999999999", "title lt \"1e99999999999\"", UNQUOTED),
                arguments("title ne true", "title ne \"true\"", UNQUOTED),
                arguments(COUNT + " ge \"5\"", COUNT + " ge 5", Set.of(TEXT_AS_NUMBER)),
                arguments(RATIO + " ne \"-0.5\"", RATIO + " ne -0.5", Set.of(TEXT_AS_NUMBER)),
                arguments("active ne \"True\"", "active ne true", Set.of(TEXT_AS_BOOLEAN)),
                arguments("active eq FALSE", "active eq false", Set.of(KEYWORD_CASE)),
                arguments("title ne Null", "title ne null", Set.of(KEYWORD_CASE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void meansWhatTheStrictFormMeansWhereItIsForgiven(String text, String strict, Set<Tolerance> needed) {
        var compatible = Tolerances.of(ConformanceMode.COMPATIBLE);

        assertThat(resolve(text, compatible)).isEqualTo(resolve(strict, Tolerances.of(ConformanceMode.STRICT)));
        assertThat(compatible.noted()).isEqualTo(needed);
        assertThat(resolve(text, Tolerances.of(needed))).isEqualTo(resolve(strict, Tolerances.of(Set.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isRefusedInStrictModeAndWhereItIsNotForgiven(String text, String strict, Set<Tolerance> needed) {
        assertRefused(text, Tolerances.of(ConformanceMode.STRICT), "");
        var others = EnumSet.copyOf(ConformanceMode.COMPATIBLE.tolerances());
        others.removeAll(needed);
        // Text in another form for a boolean or a keyword is still text without quotes.
        others.remove(UNQUOTED_OPERAND);
        assertRefused(text, Tolerances.of(others), "");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "1e3, 1e3", "-0, -0", "12E5, 12E5", "0.10, 0.10"})
    void aNumberIsNotedOnlyWhereItIsText(String operand, String number) {
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);

        var compared = (Condition.Compare) resolve(RATIO + " ge " + operand, tolerances);

        assertThat(compared.key())
                .isEqualTo(((Condition.Compare) resolve(RATIO + " ge " + number, Tolerances.of(ConformanceMode.STRICT)))
                        .key());
        assertThat(tolerances.noted()).doesNotContain(TEXT_AS_NUMBER);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title co | at character 9: | a value is missing behind 'co'",
                "title co and active eq true | at character 10: | a value is missing behind 'co'",
                "title co or | at character 10: | a value is missing behind 'co'",
                "title co ) | at character 10: | a value is missing behind 'co'",
                "title co a\"b | at character 10: | put text in double quotes",
                "title sw a(b) | at character 10: | put text in double quotes",
                "title sw a[0] | at character 10: | put text in double quotes",
                "title sw (abc) | at character 10: | put text in double quotes",
                "title sw 'abc' | at character 10: | double quotes, not single ones",
                "userName eq title co abc | at character 13: | a value is missing behind 'eq', or 'title' is that value",
                "userName eq title pr | at character 13: | a value is missing behind 'eq'",
                "title co Jane Doe | at character 15: | a value that holds spaces takes double quotes",
                "title co abc] | at character 13: | this bracket closes none",
                "userName eq not (title pr) | at character 17: | 'and' or 'or' is expected here",
                "meta.created gt 2020-01-01 | 'meta.created' is of type dateTime | a dateTime in double quotes",
                "meta.created gt yesterday | 'meta.created' is of type dateTime | a dateTime in double quotes",
                "active ne yes | 'active' is of type boolean | true or false",
                "active gt True | 'active' is of type boolean | does not compare",
                "urn:example:schemas:every-type:1.0:User:count gt 1e99999999999 | is of type integer | a number",
                "urn:example:schemas:every-type:1.0:User:count gt \"5 \" | is of type integer | a number",
                "urn:example:schemas:every-type:1.0:User:count gt five | is of type integer | a number",
            })
    void whatLooksLikeSomethingElseIsRefused(String text, String where, String why) {
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);
        assertRefused(text, tolerances, where);
        assertRefused(text, tolerances, why);
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    void anOperandOfAHundredKilobytesIsBeyondTheLimit(ConformanceMode mode) {
        assertRefused("title co " + "x".repeat(100_000), Tolerances.of(mode), "more than 16384 characters");
        assertRefused("title co " + "a ".repeat(50_000), Tolerances.of(mode), "more than 16384 characters");
    }

    @Test
    void standsInThePathOfAPatch() {
        var path = "emails[type eq work].value";
        var read = FilterParser.parseValueFilter(path, 7, Tolerances.of(ConformanceMode.COMPATIBLE));

        assertThat(read.filter()).hasToString("type eq \"work\"");
        assertThat(path.substring(read.end())).isEqualTo(".value");
    }

    private static void assertRefused(String text, Tolerances tolerances, String fragment) {
        assertThatThrownBy(() -> resolve(text, tolerances))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER))
                .hasMessageContaining(fragment);
    }

    private static Condition resolve(String text, Tolerances tolerances) {
        return new FilterResolver(EveryType.USER, tolerances).resolve(FilterParser.parse(text, tolerances));
    }
}
