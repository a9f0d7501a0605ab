package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterResolverTest {
    private static final ResourceType TYPE = EveryType.USER;
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String PROBE = EveryType.URI;

    static Stream<Arguments> meanings() {
        var isPrimary = compare("emails.primary", CompareOp.EQ, true);
        return Stream.of(
                arguments("userName eq \"BJensen\"", compare("userName", CompareOp.EQ, "BJensen")),
                arguments("USERNAME eq \"BJensen\"", compare("userName", CompareOp.EQ, "BJensen")),
                arguments(CORE + ":userName sw \"J\"", compare("userName", CompareOp.SW, "J")),
                arguments("name.givenName ne \"B\"", compare("name.givenName", CompareOp.NE, "B")),
                arguments(ENTERPRISE + ":DEPARTMENT co \"x\"", compare(ENTERPRISE + ":department", CompareOp.CO, "x")),
                arguments(ENTERPRISE + ":manager.value pr", pr(ENTERPRISE + ":manager.value")),
                arguments("active eq true", compare("active", CompareOp.EQ, true)),
                arguments("title pr", pr("title")),
                arguments("name pr", pr("name")),
                arguments("emails pr", pr("emails")),
                arguments("emails.type pr", any("emails", pr("emails.type"))),
                arguments("title eq null", not(pr("title"))),
                arguments("title ne null", pr("title")),
                arguments("name eq null", not(pr("name"))),
                arguments("emails eq null", not(pr("emails"))),
                arguments("emails.type eq null", not(any("emails", pr("emails.type")))),
                arguments("emails co \"x\"", any("emails", compare("emails.value", CompareOp.CO, "x"))),
                arguments("emails.type eq \"work\"", any("emails", compare("emails.type", CompareOp.EQ, "work"))),
                arguments(
                        "emails.type ne \"work\"",
                        or(not(pr("emails")), any("emails", compare("emails.type", CompareOp.NE, "work")))),
                arguments("schemas eq \"urn:x\"", any("schemas", compare("schemas", CompareOp.EQ, "urn:x"))),
                arguments(
                        "schemas ne \"urn:x\"",
                        or(not(pr("schemas")), any("schemas", compare("schemas", CompareOp.NE, "urn:x")))),
                arguments("schemas[value eq \"urn:x\"]", any("schemas", compare("schemas", CompareOp.EQ, "urn:x"))),
                arguments(ENTERPRISE + " pr", any("schemas", compare("schemas", CompareOp.EQ, ENTERPRISE))),
                arguments(
                        "emails[type eq \"work\" and not (value pr)]",
                        any("emails", and(compare("emails.type", CompareOp.EQ, "work"), not(pr("emails.value"))))),
                arguments("emails[type ne \"work\"]", any("emails", compare("emails.type", CompareOp.NE, "work"))),
                arguments("emails[type eq null]", any("emails", not(pr("emails.type")))),
                arguments("emails[primary eq true]", any("emails", isPrimary)),
                arguments("emails[primary eq false]", any("emails", not(isPrimary))),
                arguments("emails[primary ne true]", any("emails", not(isPrimary))),
                arguments("emails[primary ne false]", any("emails", isPrimary)),
                arguments("emails[primary pr]", any("emails", pr("emails.primary"))),
                arguments("emails.primary eq false", any("emails", not(isPrimary))),
                arguments("emails.primary ne true", or(not(pr("emails")), any("emails", not(isPrimary)))),
                arguments("name[givenName eq \"B\"]", and(pr("name"), compare("name.givenName", CompareOp.EQ, "B"))),
                arguments(
                        PROBE + ":place.labels ne \"a\"",
                        or(
                                not(pr(PROBE + ":place.labels")),
                                any(PROBE + ":place.labels", compare(PROBE + ":place.labels", CompareOp.NE, "a")))),
                arguments(
                        PROBE + ":badges.labels eq \"a\"",
                        any(
                                PROBE + ":badges",
                                any(PROBE + ":badges.labels", compare(PROBE + ":badges.labels", CompareOp.EQ, "a")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanings")
    @Proves({"FI-016", "FI-017", "FI-018", "FI-019"})
    void findsWhatAFilterMeans(String text, Condition expected) {
        assertThat(resolve(text, ConformanceMode.STRICT)).isEqualTo(expected);
        assertThat(resolve(text, ConformanceMode.COMPATIBLE)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "email co \"x\" | User has no attribute 'email': did you mean emails.value?",
                "email.value co \"x\" | did you mean emails.value?",
                "email.type co \"x\" | did you mean emails.type?",
                "mail co \"x\" | did you mean emails.value?",
                "address.country eq \"DE\" | did you mean addresses.country?",
                "address eq \"DE\" | did you mean addresses?",
                "usrName eq \"x\" | did you mean userName?",
                "phone pr | did you mean phoneNumbers.value?",
                "familyName eq \"x\" | did you mean name.familyName?",
                "department eq \"x\" | did you mean "
                        + "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department?",
                "zzzzzz eq \"x\" | User has no attribute 'zzzzzz'",
                "urn:x:y:userName eq \"x\" | User has no attribute 'urn:x:y:userName': did you mean userName?",
                "name.first eq \"x\" | attribute 'name' has no sub-attribute 'first': it has formatted, familyName",
                "userName.x eq \"x\" | attribute 'userName' has no sub-attribute 'x'",
                "emails[kind eq \"x\"] | attribute 'emails' has no sub-attribute 'kind': it has value",
                "schemas[type eq \"x\"] | attribute 'schemas' has no sub-attribute 'type'",
                "urn:ietf:params:scim:schemas:core:2.0:User eq \"x\" | is a schema",
                "passwd pr | User has no attribute 'passwd'",
                "password eq \"x\" | attribute 'password' is never returned",
                "password pr | attribute 'password' is never returned",
                "password eq null | attribute 'password' is never returned",
                "urn:example:schemas:every-type:1.0:User:place.pin sw \"1\" | is never returned",
                "urn:example:schemas:every-type:1.0:User:place[pin sw \"1\"] | is never returned",
                "name eq \"x\" | attribute 'name' is complex: compare one of its sub-attributes, such as name.formatted",
                "addresses eq \"x\" | such as addresses.formatted",
                "userName[value eq \"x\"] | has one simple value, so brackets cannot follow it",
                "title gt null | can be compared with null by eq and ne only",
                "active gt true | attribute 'active' is of type boolean, which 'gt' does not compare: use eq, ne or pr",
                "active co \"t\" | which 'co' does not compare",
                "x509Certificates sw \"t\" | of type binary, which 'sw' does not compare",
                "x509Certificates.value lt \"t\" | of type binary, which 'lt' does not compare",
                "meta.created co \"2011\" | of type dateTime, which 'co' does not compare: use eq, ne, gt, ge, lt, le or pr",
                "meta.created gt \"2011-05-13\" | is compared with a dateTime in double quotes",
                "meta.created gt 2011 | is compared with a dateTime in double quotes",
                "active eq \"yes\" | is compared with true or false, without quotes",
                "active eq 1 | is compared with true or false",
                "urn:example:schemas:every-type:1.0:User:count eq \"five\" | is compared with a number, without quotes",
                "urn:example:schemas:every-type:1.0:User:count sw 5 | of type integer, which 'sw' does not compare",
            })
    @Proves({"FI-008", "FI-009", "FI-018", "SC-007", "ER-004"})
    void refusesInBothModes(String text, String fragment) {
        for (var mode : ConformanceMode.values()) {
            assertRefused(text, mode, fragment);
        }
    }

    @Test
    void comparesIntegersAndDecimalsAsNumbers() {
        var integer = (Condition.Compare) resolve(PROBE + ":count eq 1.0", ConformanceMode.STRICT);
        var decimal = (Condition.Compare) resolve(PROBE + ":ratio eq 1", ConformanceMode.STRICT);
        assertThat(integer.key()).isEqualTo(decimal.key());
    }

    @Test
    void readsUnquotedOperandsByTheAttributeInCompatibleMode() {
        assertThat(resolve("externalId eq 00u1", ConformanceMode.COMPATIBLE))
                .isEqualTo(compare("externalId", CompareOp.EQ, "00u1"));
        assertThat(resolve("externalId eq 42", ConformanceMode.COMPATIBLE))
                .isEqualTo(compare("externalId", CompareOp.EQ, "42"));
        assertThat(resolve("externalId eq 1.50", ConformanceMode.COMPATIBLE))
                .isEqualTo(compare("externalId", CompareOp.EQ, "1.50"));
        assertThat(resolve("externalId eq 12E5", ConformanceMode.COMPATIBLE))
                .isEqualTo(compare("externalId", CompareOp.EQ, "12E5"));
        assertThat(resolve("externalId eq true", ConformanceMode.COMPATIBLE))
                .isEqualTo(compare("externalId", CompareOp.EQ, "true"));
        assertThat(resolve(PROBE + ":ratio eq 12E5", ConformanceMode.COMPATIBLE))
                .isEqualTo(compare(PROBE + ":ratio", CompareOp.EQ, new ScimValue.Numeric(new BigDecimal("12E5"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"active eq \"True\"", "active eq \"true\"", "active eq True", "active eq TRUE"})
    void readsBooleansAsStringsInCompatibleMode(String text) {
        assertThat(resolve(text, ConformanceMode.COMPATIBLE)).isEqualTo(compare("active", CompareOp.EQ, true));
    }

    @Test
    void refusesTheSameInStrictMode() {
        assertRefused("active eq \"True\"", ConformanceMode.STRICT, "is compared with true or false");
        assertRefused(PROBE + ":count ne \"5\"", ConformanceMode.STRICT, "is compared with a number, without quotes");
        assertRefused(
                "userName gt 5",
                ConformanceMode.STRICT,
                "attribute 'userName' is of type string and is compared with text in double quotes");
        assertRefused("userName ne true", ConformanceMode.STRICT, "is compared with text in double quotes");
        assertRefused("userName eq 5", ConformanceMode.STRICT, "is compared with text in double quotes");
        assertRefused("userName eq true", ConformanceMode.STRICT, "is compared with text in double quotes");
    }

    @Test
    void refusesValuePathsInsideValuePaths() {
        var inner = new Filter.ValuePath(AttributePath.of("type"), new Filter.Present(AttributePath.of("value")));
        var resolver = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT));
        assertThatThrownBy(() -> resolver.resolve(new Filter.ValuePath(AttributePath.of("emails"), inner)))
                .hasMessageContaining("brackets stand inside brackets");
    }

    private static void assertRefused(String text, ConformanceMode mode, String fragment) {
        assertThatThrownBy(() -> resolve(text, mode))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER))
                .hasMessageContaining(fragment);
    }

    private static Condition resolve(String text, ConformanceMode mode) {
        return new FilterResolver(TYPE, Tolerances.of(mode)).resolve(FilterParser.parse(text, Tolerances.of(mode)));
    }

    private static Condition compare(String path, CompareOp op, String operand) {
        return compare(path, op, ScimValue.of(operand));
    }

    private static Condition compare(String path, CompareOp op, boolean operand) {
        return compare(path, op, ScimValue.of(operand));
    }

    private static Condition compare(String path, CompareOp op, ScimValue operand) {
        var attribute = attribute(path);
        return new Condition.Compare(attribute, op, SearchKey.of(attribute.target(), operand), operand);
    }

    private static Condition pr(String path) {
        return new Condition.Present(attribute(path));
    }

    private static Condition any(String path, Condition inner) {
        return new Condition.ElementMatches(attribute(path), inner);
    }

    private static Condition and(Condition... operands) {
        return new Condition.And(List.of(operands));
    }

    private static Condition or(Condition... operands) {
        return new Condition.Or(List.of(operands));
    }

    private static Condition not(Condition operand) {
        return new Condition.Not(operand);
    }

    private static ResolvedAttribute attribute(String path) {
        return TYPE.resolve(AttributePath.parse(path).orElseThrow()).orElseThrow();
    }
}
