package dev.rollcall.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairnessCheckTest {
    private static final String PREFIX = "rollcall.fairness.";

    @Test
    void startsWithTheDefaults() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "requests, 1",
        "requests, 10000",
        "large-requests, 1",
        "scans, 1",
        "reserve-percent, 0",
        "reserve-percent, 90",
        "most-waiting, 0",
        "longest-wait, PT0S",
        "refusal-pause, PT0S",
        "scan-time, PT0S",
        "search-time, PT1S"
    })
    void startsWithWhatMakesSense(String setting, String value) {
        assertThat(problems(Map.of(PREFIX + setting, value))).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "requests, 0, it is from 1 to 10000",
        "requests, 10001, it is from 1 to 10000",
        "large-requests, 0, it is from 1 to 10000",
        "scans, -1, it is from 1 to 10000",
        "reserve-percent, -1, it is from 0 to 90",
        "reserve-percent, 91, it is from 0 to 90",
        "most-waiting, -1, it is from 0 to 10000",
        "longest-wait, PT-1S, it is not negative",
        "refusal-pause, PT-0.1S, it is not negative",
        "scan-time, PT0.5S, 'it is whole seconds, 0 for no limit'",
        "search-time, PT-1S, 'it is whole seconds, 0 for no limit'"
    })
    void doesNotStartWithWhatMakesNone(String setting, String value, String why) {
        assertThat(problems(Map.of(PREFIX + setting, value)))
                .singleElement()
                .asString()
                .startsWith(PREFIX + setting + " is ")
                .endsWith(": " + why);
    }

    private static List<String> problems(Map<String, String> settings) {
        return new FairnessCheck(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .addDiscoveredConverters()
                        .withMapping(FairnessConfig.class)
                        .build()
                        .getConfigMapping(FairnessConfig.class))
                .problems();
    }
}
