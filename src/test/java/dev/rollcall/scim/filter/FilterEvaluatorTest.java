package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterEvaluatorTest {
    private static final ResourceType TYPE = EveryType.USER;
    private static final ScimValue.Complex BARBARA = read("""
            {
              "schemas": [
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:example:schemas:every-type:1.0:User"
              ],
              "id": "2819c223-7f76-453a-919d-413861904646",
              "externalId": "Bjensen",
              "userName": "BJensen@example.com",
              "name": {"familyName": "Jensen", "givenName": "Barbara"},
              "nickName": "Jürgen\\u03a3",
              "title": "Tour Guide",
              "active": true,
              "emails": [
                {"value": "bjensen@example.com", "type": "work", "primary": true},
                {"value": "babs@jensen.org", "type": "home"},
                {"value": "no-type@example.net", "primary": false}
              ],
              "x509Certificates": [{"value": "QUI="}],
              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                "employeeNumber": "701984",
                "manager": {"value": "26118915", "$ref": "../Users/26118915"}
              },
              "urn:example:schemas:every-type:1.0:User": {
                "folded": "Ab",
                "exact": "Ab",
                "flag": false,
                "count": 9,
                "ratio": -1.50,
                "since": "2011-05-13T04:42:34+02:00",
                "key": "QQ==",
                "link": "https://example.com/A",
                "tags": ["Red", "blue"],
                "counts": [1, 20],
                "place": {"floor": 3, "labels": ["North"]},
                "badges": [{"value": "X", "labels": ["One", "two"]}, {"value": "y", "count": 5}]
              },
              "meta": {
                "resourceType": "User",
                "created": "2010-01-23T04:56:22.000Z",
                "lastModified": "2011-05-13T04:42:34.000Z",
                "location": "https://example.com/v2/Users/2819c223-7f76-453a-919d-413861904646",
                "version": "W/\\"3694e05e9dff590\\""
              }
            }
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"bjensen@EXAMPLE.com\"",
                "userName ne \"bjensen\"",
                "userName co \"JENSEN@\"",
                "userName co \"bjensen@example.com\"",
                "userName co \"\"",
                "userName sw \"BJ\"",
                "userName sw \"bjensen@example.com\"",
                "userName ew \".COM\"",
                "userName ew \"bjensen@example.com\"",
                "userName gt \"BJ\"",
                "userName ge \"BJENSEN@EXAMPLE.COM\"",
                "userName lt \"c\"",
                "userName le \"bjensen@example.com\"",
                "nickName eq \"JU\\u0308RGEN\\u03c2\"",
                "externalId eq \"Bjensen\"",
                "externalId lt \"bjensen\"",
                "id eq \"2819c223-7f76-453a-919d-413861904646\"",
                "meta.resourceType eq \"User\"",
                "meta.created lt \"2010-01-23T04:56:22.0001Z\"",
                "meta.lastModified ge \"2011-05-13T04:42:34Z\"",
                "meta.lastModified ge \"2011-05-13T06:42:34+02:00\"",
                "meta.lastModified eq \"2011-05-13T06:42:34.000+02:00\"",
                "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User pr",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"26118915\"",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager[value eq \"26118915\" and $ref pr]",
                "name pr",
                "name.givenName sw \"B\"",
                "name[givenName eq \"barbara\" and not (middleName pr)]",
                "active eq true",
                "active ne false",
                "displayName ne \"x\"",
                "displayName eq null",
                "title ne null",
                "not (displayName eq \"x\")",
                "emails pr",
                "emails.type pr",
                "emails eq \"BABS@jensen.org\"",
                "emails co \"example.com\"",
                "emails.type eq \"work\" and emails.value co \"jensen.org\"",
                "emails[type eq \"home\" and value co \"jensen.org\"]",
                "emails[type eq \"home\"].value co \"jensen.org\"",
                "emails[type ne \"work\" and value ew \"net\"]",
                "emails[not (type pr)]",
                "emails[type eq null and value pr]",
                "emails[primary eq false and type eq \"home\"]",
                "emails[primary ne true and type eq \"home\"]",
                "emails[primary eq true and type eq \"work\"]",
                "emails[not (primary pr)]",
                "emails.type ne \"work\"",
                "phoneNumbers.type ne \"work\"",
                "phoneNumbers ne \"1\"",
                "not (phoneNumbers pr)",
                "x509Certificates eq \"QUI\"",
                "title pr and (userName sw \"x\" or userName sw \"b\")"
            })
    @Proves({
        "FI-004", "FI-005", "FI-006", "FI-007", "FI-010", "FI-015", "FI-017", "FI-018", "FI-019", "FI-020", "FI-021",
        "FI-023", "FI-024", "IN-004"
    })
    void matches(String filter) {
        assertThat(evaluate(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"bjensen\"",
                "userName ne \"BJENSEN@example.com\"",
                "userName sw \"jensen\"",
                "userName ew \"example\"",
                "userName gt \"bjensen@example.com\"",
                "userName lt \"bjensen@example.com\"",
                "nickName eq \"jurgen\\u03c3\"",
                "externalId eq \"bjensen\"",
                "externalId co \"J\"",
                "meta.resourceType eq \"user\"",
                "meta.created lt \"2010-01-23T04:56:22Z\"",
                "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                "schemas eq \"urn:x\"",
                "active eq false",
                "active ne true",
                "displayName pr",
                "displayName eq \"\"",
                "displayName co \"\"",
                "displayName lt \"x\"",
                "displayName ne null",
                "not (displayName ne \"x\")",
                "emails[type eq \"work\" and value co \"jensen.org\"]",
                "emails[type eq \"work\"].value co \"jensen.org\"",
                "emails[primary eq false and type eq \"work\"]",
                "emails[primary pr and type eq \"home\"]",
                "emails[type eq \"other\"]",
                "emails.type eq null",
                "not (emails.type eq \"work\")",
                "phoneNumbers pr",
                "phoneNumbers.type eq \"work\"",
                "phoneNumbers[type ne \"work\"]",
                "x509Certificates eq \"qui\"",
                "name[middleName pr]",
                "title pr and (userName sw \"x\" or userName sw \"y\")"
            })
    @Proves({"FI-004", "FI-005", "FI-006", "FI-007", "FI-020", "FI-023"})
    void doesNotMatch(String filter) {
        assertThat(evaluate(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folded eq \"aB\"",
                "folded sw \"A\"",
                "folded lt \"AC\"",
                "exact eq \"Ab\"",
                "exact ne \"ab\"",
                "exact lt \"a\"",
                "exact ew \"b\"",
                "flag eq false",
                "flag ne true",
                "flag pr",
                "count eq 9",
                "count eq 9.0",
                "count ne 10",
                "count lt 10",
                "count gt -10",
                "count ge 9",
                "count le 90e-1",
                "ratio eq -1.5",
                "ratio lt -1",
                "ratio gt -1.51",
                "ratio le -1.5",
                "ratio ne 1.5",
                "since eq \"2011-05-13T02:42:34Z\"",
                "since lt \"2011-05-13T04:42:34Z\"",
                "since ne \"2011-05-13T04:42:34Z\"",
                "key eq \"QQ\"",
                "key ne \"qq\"",
                "link eq \"https://example.com/A\"",
                "link ne \"https://example.com/a\"",
                "link sw \"https:\"",
                "tags eq \"RED\"",
                "tags ne \"red\"",
                "tags[value sw \"r\"]",
                "tags pr",
                "not (tags eq \"green\")",
                "counts gt 9",
                "counts[value gt 9 and value lt 30]",
                "place.floor gt 2",
                "place.labels eq \"north\"",
                "place[floor eq 3 and labels sw \"n\"]",
                "badges.labels eq \"TWO\"",
                "badges[value eq \"X\" and labels eq \"one\"]",
                "badges[labels ne \"one\"]",
                "badges.count eq 5",
                "badges[value eq \"y\" and not (labels pr)]",
                "badges[value eq \"y\" and labels ne \"q\"]"
            })
    @Proves({"FI-004", "FI-005", "FI-007", "FI-010", "FI-023"})
    void comparesEveryType(String filter) {
        assertThat(evaluateProbe(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exact eq \"ab\"",
                "exact sw \"a\"",
                "flag eq true",
                "flag ne false",
                "count gt 10",
                "count ne 9.00",
                "ratio gt -1.5",
                "since gt \"2011-05-13T02:42:34Z\"",
                "key eq \"qq==\"",
                "link eq \"https://example.com/a\"",
                "tags[value eq \"red\" and value eq \"blue\"]",
                "counts[value gt 1 and value lt 20]",
                "counts eq 2",
                "place.labels eq \"south\"",
                "place.room pr",
                "badges[value eq \"y\" and labels eq \"one\"]",
                "badges[value eq \"x\"]"
            })
    @Proves({"FI-004", "FI-005", "FI-007", "FI-023"})
    void tellsEveryTypeApart(String filter) {
        assertThat(evaluateProbe(filter)).isFalse();
    }

    @Test
    void ordersStringsByCodePoint() {
        var resolver = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT));
        var condition = resolver.resolve(
                FilterParser.parse("externalId gt \"\\uffee\"", Tolerances.of(ConformanceMode.STRICT)));
        assertThat(FilterEvaluator.matches(condition, BARBARA.with("externalId", ScimValue.of("😀"))))
                .isTrue();
    }

    @Test
    void findsTheElementsOfAPatchPath() {
        var emails = TYPE.resolve(AttributePath.of("emails")).orElseThrow();
        var resolver = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.COMPATIBLE));
        var filter =
                FilterParser.parseValueFilter("emails[type eq \"HOME\"]", 7, Tolerances.of(ConformanceMode.COMPATIBLE));
        var condition = resolver.resolveValueFilter(emails, filter.filter());
        assertThat(BARBARA.find("emails"))
                .asInstanceOf(InstanceOfAssertFactories.type(ScimValue.MultiValued.class))
                .extracting(ScimValue.MultiValued::elements, InstanceOfAssertFactories.list(ScimValue.class))
                .filteredOn(element -> FilterEvaluator.matchesElement(condition, element))
                .containsExactly(read("{\"value\": \"babs@jensen.org\", \"type\": \"home\"}"));
    }

    @Test
    void findsTheElementsOfASimpleAttribute() {
        var tags = TYPE.resolve(AttributePath.parse(EveryType.URI + ":tags").orElseThrow())
                .orElseThrow();
        var filter = FilterParser.parseValueFilter("value eq \"red\"]", 0, Tolerances.of(ConformanceMode.STRICT));
        var condition = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT))
                .resolveValueFilter(tags, filter.filter());
        assertThat(FilterEvaluator.matchesElement(condition, ScimValue.of("Red")))
                .isTrue();
        assertThat(FilterEvaluator.matchesElement(condition, ScimValue.of("blue")))
                .isFalse();
    }

    private static boolean evaluateProbe(String filter) {
        return evaluate(filter.replaceFirst("^(not \\()?", "$1" + EveryType.URI + ":"));
    }

    private static boolean evaluate(String filter) {
        var parsed = FilterParser.parse(filter, Tolerances.of(ConformanceMode.STRICT));
        return FilterEvaluator.matches(
                new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT)).resolve(parsed), BARBARA);
    }

    private static ScimValue.Complex read(String json) {
        return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
