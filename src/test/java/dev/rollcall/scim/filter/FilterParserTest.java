package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final String URN = "urn:ietf:params:scim:schemas:core:2.0:User";

    static Stream<Arguments> filters() {
        return Stream.of(
                arguments("userName eq \"bjensen\"", eq("userName", "bjensen")),
                arguments("userName Eq \"bjensen\"", eq("userName", "bjensen")),
                arguments(
                        "name.familyName co \"O'Malley\"", compare("name.familyName", CompareOp.CO, text("O'Malley"))),
                arguments("userName sw \"J\"", compare("userName", CompareOp.SW, text("J"))),
                arguments(URN + ":userName sw \"J\"", compare(URN + ":userName", CompareOp.SW, text("J"))),
                arguments("title pr", pr("title")),
                arguments("title PR", pr("title")),
                arguments(URN + " pr", pr(URN)),
                arguments("manager.$ref pr", pr("manager.$ref")),
                arguments("userName eq  \"a\"", eq("userName", "a")),
                arguments("  userName   eq\t\"a\"  ", eq("userName", "a")),
                arguments("userName eq\"a\"", eq("userName", "a")),
                arguments("notes eq \"x\"", eq("notes", "x")),
                arguments("not pr", pr("not")),
                arguments("orders pr or android pr", or(pr("orders"), pr("android"))),
                arguments("userName eq \"a ) or b\"", eq("userName", "a ) or b")),
                arguments("active eq true", compare("active", CompareOp.EQ, ScimValue.of(true))),
                arguments("active ne false", compare("active", CompareOp.NE, ScimValue.of(false))),
                arguments("title eq null", compare("title", CompareOp.EQ, ScimValue.Null.NULL)),
                arguments("n gt 0", compare("n", CompareOp.GT, number("0"))),
                arguments("n ge -10", compare("n", CompareOp.GE, number("-10"))),
                arguments("n lt 1.50", compare("n", CompareOp.LT, number("1.50"))),
                arguments("emails[type eq \"work\"]", in("emails", eq("type", "work"))),
                arguments("emails [ type eq \"work\" ]", in("emails", eq("type", "work"))),
                arguments(
                        "emails[type eq \"work\" and value co \"@x\"] or ims[type pr]",
                        or(
                                in("emails", and(eq("type", "work"), compare("value", CompareOp.CO, text("@x")))),
                                in("ims", pr("type")))),
                arguments(
                        "emails[not (type eq \"a\") or (type eq \"b\" and value pr)]",
                        in("emails", or(not(eq("type", "a")), and(eq("type", "b"), pr("value"))))),
                arguments(
                        "emails[type eq \"work\"].value eq \"x\"",
                        in("emails", and(eq("type", "work"), eq("value", "x")))),
                arguments(
                        "emails[type eq \"work\"].value pr and title pr",
                        and(in("emails", and(eq("type", "work"), pr("value"))), pr("title"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    @Proves("FI-001")
    void parsesInBothModes(String text, Filter expected) {
        assertThat(FilterParser.parse(text, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(expected);
        assertThat(FilterParser.parse(text, Tolerances.of(ConformanceMode.COMPATIBLE)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "-0.5E-10", "-0"})
    @Proves("FI-015")
    void readsNumbersOfAnyFormInStrictMode(String operand) {
        assertThat(FilterParser.parse("n le " + operand, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(compare("n", CompareOp.LE, number(operand)));
    }

    static Stream<Arguments> precedence() {
        var a = pr("a");
        var b = pr("b");
        var c = pr("c");
        return Stream.of(
                arguments("a pr or b pr and c pr", or(a, and(b, c))),
                arguments("a pr and b pr or c pr", or(and(a, b), c)),
                arguments("(a pr or b pr) and c pr", and(or(a, b), c)),
                arguments("a pr and (b pr or c pr)", and(a, or(b, c))),
                arguments("a pr and b pr and c pr", and(a, b, c)),
                arguments("a pr or b pr or c pr", or(a, b, c)),
                arguments("a pr and (b pr and c pr)", and(a, and(b, c))),
                arguments("not (a pr) and b pr", and(not(a), b)),
                arguments("not (a pr and b pr)", not(and(a, b))),
                arguments("NOT(a pr) OR b pr", or(not(a), b)),
                arguments("not (not (a pr))", not(not(a))),
                arguments("((a pr))", a),
                arguments("( a pr )", a),
                arguments("title pr or email pr and userType pr", or(pr("title"), and(pr("email"), pr("userType")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("precedence")
    @Proves({"FI-011", "FI-012", "FI-013"})
    void bindsAndTighterThanOr(String text, Filter expected) {
        assertThat(FilterParser.parse(text, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(expected);
    }

    static Stream<Arguments> strings() {
        return Stream.of(
                arguments("\"a\\\"b\"", "a\"b"),
                arguments("\"a\\\\b\"", "a\\b"),
                arguments("\"a\\/b\"", "a/b"),
                arguments("\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t"),
                arguments("\"\\u00e9\\u00E9\"", "éé"),
                arguments("\"\\ud83d\\ude00\"", "😀"),
                arguments("\"😀 – EU\"", "😀 – EU"),
                arguments("\"\"", ""),
                arguments("\"%_!'\"", "%_!'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strings")
    @Proves("FI-014")
    void readsJsonStrings(String literal, String value) {
        assertThat(FilterParser.parse("userName eq " + literal, Tolerances.of(ConformanceMode.STRICT)))
                .isEqualTo(eq("userName", value));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", 0, "the filter ends"),
                arguments("   ", 3, "the filter ends"),
                arguments("userName", 8, "operator is missing behind 'userName'"),
                arguments("userName eq", 11, "a value is missing behind 'eq'"),
                arguments("userName eq and title pr", 12, "a value is missing"),
                arguments("userName \"x\"", 9, "operator is missing"),
                arguments("userName regex \"x\"", 9, "'regex' is no operator: use eq, ne, co"),
                arguments("not title pr", 4, "'not' takes parentheses, as in not (title pr)"),
                arguments("userName eq 'bob'", 12, "double quotes, not single ones"),
                arguments("userName eq \"bob", 12, "the double quote that opens here is never closed"),
                arguments("userName eq \"bob\\\"", 12, "never closed"),
                arguments("userName eq \"bob\\", 16, "no JSON escape"),
                arguments("userName eq \"a\\x\"", 14, "no JSON escape"),
                arguments("userName eq \"a\\u12g4\"", 14, "\\u takes four hexadecimal digits"),
                arguments("userName eq \"a\\u１２３４\"", 14, "\\u takes four hexadecimal digits"),
                arguments("userName eq \"a\\u00", 14, "\\u takes four hexadecimal digits"),
                arguments("userName eq \"a\nb\"", 14, "control characters as escapes"),
                arguments("userName eq \"\\u0000\"", 12, "U+0000"),
                arguments("userName eq \"\\ud83d\"", 12, "half of a surrogate pair"),
                arguments("userName eq \"\\ude00\\ud83d\"", 12, "half of a surrogate pair"),
                arguments("userName eq \"\0\"", 13, "U+0000"),
                arguments("userName eq \"\ud83d\"", 13, "half surrogate pairs"),
                arguments("userName eq \"a\"b\"", 15, "'and' or 'or' is expected here"),
                arguments("userName eq \"a\" \"b\"", 16, "a value cannot stand here"),
                arguments("userName eq \"a\" userName eq \"b\"", 16, "'and' or 'or' is expected here"),
                arguments("userName eq \"a\")", 15, "this parenthesis closes none"),
                arguments("userName eq \"a\"]", 15, "this bracket closes none"),
                arguments("(userName eq \"a\"", 0, "the parenthesis that opens here is never closed"),
                arguments("(userName eq \"a\"]", 16, "this bracket closes none"),
                arguments("()", 1, "an attribute name is missing before it"),
                arguments("title pr and", 12, "the filter ends"),
                arguments("title pr or )", 12, "an attribute name is missing before it"),
                arguments("[type eq \"a\"]", 0, "brackets follow the name of an attribute"),
                arguments("emails[type eq \"work\"", 6, "the bracket that opens here is never closed"),
                arguments("emails[type eq \"work\")", 21, "this parenthesis closes none"),
                arguments("emails[]", 7, "this bracket closes none"),
                arguments("emails[value[type pr]]", 12, "brackets cannot stand inside brackets"),
                arguments("emails.type[value pr]", 11, "not behind a sub-attribute"),
                arguments("emails[emails.type pr]", 7, "no name of a sub-attribute"),
                arguments("emails[type pr].va:lue pr", 16, "no name of a sub-attribute"),
                arguments("emails[type pr].value", 21, "an operator is missing behind 'value'"),
                arguments("1a eq \"1\"", 0, "'1a' is no attribute name"),
                arguments("a..b pr", 0, "'a..b' is no attribute name"),
                arguments("ünal pr", 0, "is no attribute name"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @Proves({"FI-003", "FI-013", "FI-014", "FI-021", "FI-022", "ER-004"})
    void refusesInBothModesAndSaysWhere(String text, int position, String fragment) {
        for (var mode : ConformanceMode.values()) {
            assertRefused(text, mode, position, fragment);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "jdoe, jdoe",
        "jane.doe@acme.example, jane.doe@acme.example",
        "6f1c2d3e-0a1b-4c5d-8e9f-001122334455, 6f1c2d3e-0a1b-4c5d-8e9f-001122334455",
        "a\\b, a\\b",
        "notes, notes",
        "007, 007",
        "12e5, 12e5",
        "-0, -0",
        "1e99999999999, 1e99999999999",
        "Ünal, Ünal"
    })
    void takesUnquotedTextInCompatibleMode(String operand, String value) {
        assertThat(FilterParser.parse("(userName eq " + operand + ")", Tolerances.of(ConformanceMode.COMPATIBLE)))
                .isEqualTo(eq("userName", value));
        assertThat(FilterParser.parse("emails[value eq " + operand + "]", Tolerances.of(ConformanceMode.COMPATIBLE)))
                .isEqualTo(in("emails", eq("value", value)));
    }

    @Test
    void readsUnquotedLiteralsAsWhatTheyAre() {
        assertThat(parseCompatible("n eq 42")).isEqualTo(compare("n", CompareOp.EQ, number("42")));
        assertThat(parseCompatible("n eq 0.10")).isEqualTo(compare("n", CompareOp.EQ, number("0.10")));
        assertThat(parseCompatible("n gt 1e3")).isEqualTo(compare("n", CompareOp.GT, text("1e3")));
        assertThat(parseCompatible("active eq True")).isEqualTo(compare("active", CompareOp.EQ, ScimValue.of(true)));
        assertThat(parseCompatible("title ne NULL")).isEqualTo(compare("title", CompareOp.NE, ScimValue.Null.NULL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdoe", "True", "007", "NULL", "1.", "+1"})
    @Proves("FI-003")
    void refusesUnquotedTextInStrictMode(String operand) {
        for (var op : CompareOp.values()) {
            var text = "userName " + op.keyword() + " " + operand;
            assertRefused(text, ConformanceMode.STRICT, 12, "'" + operand + "' is no value: put text in double quotes");
        }
    }

    @Test
    void refusesAnExponentThatNoNumberHasInStrictMode() {
        assertRefused("n gt 1e99999999999", ConformanceMode.STRICT, 5, "the exponent of this number is out of range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a(b)", "a[0]"})
    void refusesUnquotedTextThatLooksLikeSyntax(String operand) {
        assertRefused("userName eq " + operand, ConformanceMode.COMPATIBLE, 12, "put text in double quotes");
    }

    @Test
    void needsSpacesAroundConnectivesInStrictModeOnly() {
        var text = "(a pr)and(b pr)";
        assertThat(parseCompatible(text)).isEqualTo(and(pr("a"), pr("b")));
        assertRefused(text, ConformanceMode.STRICT, 6, "'and' needs a space on both sides");
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    @Proves("SC-008")
    void refusesWhatExceedsALimit(ConformanceMode mode) {
        assertRefused("a".repeat(16_385), mode, 16_384, "more than 16384 characters");
        assertRefused("(".repeat(33) + "a pr" + ")".repeat(33), mode, 32, "deeper than 32 levels");
        assertRefused("not(".repeat(33) + "a pr" + ")".repeat(33), mode, 128, "deeper than 32 levels");
        assertRefused("a pr" + " or a pr".repeat(200), mode, 1602, "more than 200 terms");
        assertThat(FilterParser.parse("(".repeat(32) + "a pr" + ")".repeat(32), Tolerances.of(mode)))
                .isEqualTo(pr("a"));
        assertThat(FilterParser.parse("a pr" + " or a pr".repeat(199), Tolerances.of(mode)))
                .isInstanceOf(Filter.Or.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not(", "not (", "emails["})
    void survivesTwentyThousandLevels(String opening) {
        var generous = new FilterLimits(1_000_000, 32, 200);
        assertThatThrownBy(() ->
                        FilterParser.parse(opening.repeat(20_000), Tolerances.of(ConformanceMode.STRICT), generous))
                .isInstanceOf(ScimException.class);
    }

    @Test
    void readsTheValueFilterOfAPatchPath() {
        var path = "emails[type eq \"work]\" and not (primary eq true)].value";
        var read = FilterParser.parseValueFilter(path, 7, Tolerances.of(ConformanceMode.STRICT));
        assertThat(read.filter())
                .isEqualTo(and(eq("type", "work]"), not(compare("primary", CompareOp.EQ, ScimValue.of(true)))));
        assertThat(path.substring(read.end())).isEqualTo(".value");
    }

    @ParameterizedTest
    @CsvSource({
        "emails[type zz 1], 12, zz' is no operator",
        "emails[, 7, the filter ends",
        "emails[type pr, 6, the bracket that opens here is never closed",
        "emails[value[type pr]], 12, brackets cannot stand inside brackets",
    })
    void saysWhereThePathOfAPatchIsWrong(String path, int position, String fragment) {
        assertThatThrownBy(() -> FilterParser.parseValueFilter(path, 7, Tolerances.of(ConformanceMode.STRICT)))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("at character " + (position + 1) + ":")
                .hasMessageContaining(fragment);
    }

    @Test
    void printsNoMoreParenthesesThanNeeded() {
        var text = "a pr and (b pr or c pr) and not (d eq \"\\\\\\u0009\\\"\") or emails[type eq \"x\" or value pr]";
        assertThat(FilterParser.parse(text, Tolerances.of(ConformanceMode.STRICT)))
                .hasToString(text);
    }

    private static void assertRefused(String text, ConformanceMode mode, int position, String fragment) {
        assertThatThrownBy(() -> FilterParser.parse(text, Tolerances.of(mode)))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER))
                .hasMessageContaining("at character " + (position + 1) + ":")
                .hasMessageContaining(fragment);
    }

    private static Filter parseCompatible(String text) {
        return FilterParser.parse(text, Tolerances.of(ConformanceMode.COMPATIBLE));
    }

    private static Filter eq(String path, String value) {
        return compare(path, CompareOp.EQ, text(value));
    }

    private static Filter compare(String path, CompareOp op, ScimValue value) {
        return new Filter.Comparison(path(path), op, value);
    }

    private static Filter pr(String path) {
        return new Filter.Present(path(path));
    }

    private static Filter and(Filter... operands) {
        return new Filter.And(List.of(operands));
    }

    private static Filter or(Filter... operands) {
        return new Filter.Or(List.of(operands));
    }

    private static Filter not(Filter operand) {
        return new Filter.Not(operand);
    }

    private static Filter in(String path, Filter valueFilter) {
        return new Filter.ValuePath(path(path), valueFilter);
    }

    private static AttributePath path(String path) {
        return AttributePath.parse(path).orElseThrow();
    }

    private static ScimValue text(String value) {
        return ScimValue.of(value);
    }

    private static ScimValue number(String value) {
        return new ScimValue.Numeric(new BigDecimal(value));
    }
}
