package dev.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "folded|5",
                "folded|true",
                "folded|{}",
                "folded|[\"a\"]",
                "flag|\"maybe\"",
                "flag|1",
                "count|1.5",
                "count|1.0",
                "count|1e3",
                "count|\"1\"",
                "count|true",
                "ratio|\"1.5\"",
                "since|\"2011-05-13\"",
                "since|\"04:42:34Z\"",
                "since|\"2011-13-13T04:42:34Z\"",
                "since|\"2011-05-13 04:42:34Z\"",
                "since|\"2011-05-13T04:42:34+0200\"",
                "since|1305261754",
                "key|\"%%%\"",
                "key|\"Q\"",
                "key|\"QQ=Q\"",
                "key|\"Q_-Q\"",
                "key|5",
                "link|\"not a url\"",
                "link|5",
                "place|\"x y\"",
                "place|5",
                "place|[{\"floor\": 1}]",
                "place|{\"floor\": {\"x\": 1}}",
                "tags|\"a\"",
                "tags|{\"value\": \"a\"}",
                "tags|[1]",
                "counts|[1.5]"
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

    private static ResolvedAttribute path(String name) {
        return EveryType.USER
                .resolve(AttributePath.parse(EveryType.URI + ":" + name).orElseThrow())
                .orElseThrow();
    }
}
