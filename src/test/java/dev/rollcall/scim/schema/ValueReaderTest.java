package dev.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of every type, in both modes.
class ValueReaderTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "folded|\"text\"",
                "flag|true",
                "flag|false",
                "count|15",
                "count|-15",
                "count|0",
                "ratio|1",
                "ratio|1.50",
                "ratio|-1e3",
                "since|\"2011-05-13T04:42:34Z\"",
                "since|\"2011-05-13T04:42:34+02:00\"",
                "since|\"2011-05-13T04:42:34.123456789-11:30\"",
                "since|\"2011-05-13T04:42:34\"",
                "key|\"QUJD\"",
                "key|\"QQ==\"",
                "key|\"QQ\"",
                "key|\"+/+/\"",
                "link|\"https://example.com/A?b=c#d\"",
                "link|\"../Users/2819c223\"",
                "link|\"urn:example:x\"",
                "place|{\"floor\": 1}",
                "tags|[\"a\", \"b\"]",
                "counts|[1, 20]"
            })
    @Proves({"AT-003", "AT-004", "AT-005", "AT-006", "AT-007", "AT-011"})
    void takesWhatTheTypeAllowsAsItIs(String name, String json) {
        for (var mode : ConformanceMode.values()) {
            assertThat(new ValueReader(Tolerances.of(mode)).read(path(name), JsonReader.read(json)))
                    .isEqualTo(JsonReader.read(json));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "folded|{}",
                "folded|{\"value\": \"a\"}",
                "folded|[\"a\", \"b\"]",
                "folded|[[\"a\"]]",
                "folded|[[[]]]",
                "folded|1e3",
                "folded|1e400",
                "folded|1e-400",
                "folded|1e999999999",
                "flag|\"maybe\"",
                "flag|\"yes\"",
                "flag|1",
                "count|1.5",
                "count|1.0",
                "count|1e3",
                "count|\"1e9\"",
                "count|\"1.0\"",
                "count|\"--1\"",
                "count|\"+1\"",
                "count|\"01\"",
                "count|\"1 2\"",
                "count|\"\u0661\"",
                "count|true",
                "ratio|\"1,5\"",
                "ratio|\".5\"",
                "ratio|\"NaN\"",
                "ratio|\"1e99999999999\"",
                "ratio|{}",
                "since|\"2011-05-13\"",
                "since|\"04:42:34Z\"",
                "since|\"2011-13-13T04:42:34Z\"",
                "since|\"2011-05-13 04:42:34Z\"",
                "since|\"2011-05-13T04:42:34+0200\"",
                "since|1305261754",
                "key|{}",
                "link|[\"a\", \"b\"]",
                "place|\"x y\"",
                "place|5",
                "place|\"{\"",
                "place|\"{} {}\"",
                "place|\"[]\"",
                "place|\"{\\\"floor\\\": 1\"",
                "place|\"{\\\"floor\\\": 01}\"",
                "place|[{\"floor\": 1}, {\"floor\": 2}]",
                "place|{\"floor\": {\"x\": 1}}",
                "place|{\"floor\": 1, \"FLOOR\": 2}",
                "tags|{}",
                "tags|{\"value\": \"a\"}",
                "tags|[[\"a\"]]",
                "tags|[[[]]]",
                "counts|[1.5]",
                "badges|{}",
                "badges|true",
                "badges|[[{\"value\": \"a\"}]]",
                "badges|[true]",
                "badges|[{\"value\": {}}]"
            })
    @Proves({"AT-003", "AT-004", "AT-005", "AT-006", "AT-007", "AT-010", "AT-011", "ER-004"})
    void refusesAnythingElseAndNamesTheAttribute(String name, String json) {
        for (var mode : ConformanceMode.values()) {
            var refusal = catchThrowableOfType(
                    ScimException.class,
                    () -> new ValueReader(Tolerances.of(mode)).read(path(name), JsonReader.read(json)));

            assertThat(refusal).as(mode.name()).isNotNull();
            assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
            assertThat(refusal.detail()).contains(name);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"place, true", "place, false", "badges, true", "badges, false"})
    void refusesJsonInATextThatIsNestedWithoutEnd(String name, boolean isClosed) {
        var depth = 8_000;
        var text = "{\"a\":".repeat(depth) + "1" + (isClosed ? "}".repeat(depth) : "");

        var refusal = catchThrowableOfType(
                ScimException.class,
                () -> new ValueReader(Tolerances.of(ConformanceMode.COMPATIBLE)).read(path(name), ScimValue.of(text)));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
        assertThat(refusal.detail()).contains(name, "64 levels");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[{}]", "[null]", "[{}, null]", "[{\"value\": null}]", "[{\"display\": \"X\"}]"})
    void refusesMembersThatNameNobodyInEitherMode(String json) {
        var members = SchemaFixtures.GROUP.resolve(AttributePath.of("members")).orElseThrow();
        for (var mode : ConformanceMode.values()) {
            var refusal = catchThrowableOfType(
                    ScimException.class,
                    () -> new ValueReader(Tolerances.of(mode)).read(members, JsonReader.read(json)));

            assertThat(refusal).as(mode.name()).isNotNull();
            assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
            assertThat(refusal.detail()).contains("'members'", "empty array");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[]", "null"})
    void takesAnEmptyListOfMembersForNone(String json) {
        var members = SchemaFixtures.GROUP.resolve(AttributePath.of("members")).orElseThrow();
        for (var mode : ConformanceMode.values()) {
            assertThat(new ValueReader(Tolerances.of(mode)).read(members, JsonReader.read(json)))
                    .matches(ScimValue::isUnassigned);
        }
    }

    private static ResolvedAttribute path(String name) {
        return EveryType.USER
                .resolve(AttributePath.parse(EveryType.URI + ":" + name).orElseThrow())
                .orElseThrow();
    }
}
