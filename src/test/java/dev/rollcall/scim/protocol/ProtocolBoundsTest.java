package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolBoundsTest {
    private static final List<Class<?>> CONFIGS =
            List.of(LimitsConfig.class, StreamingConfig.class, BulkConfig.class, BodiesConfig.class);
    /// A setting of another room.
    private static final String OTHERS = "rollcall.groups.body-size";

    @Test
    void takesTheDefaults() {
        assertThat(bounds(Map.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rollcall.limits.page-size, 1",
        "rollcall.limits.page-size, 10000",
        "rollcall.limits.max-matches, 5",
        "rollcall.streaming.answers, 1",
        "rollcall.streaming.longest-time, 1S",
        "rollcall.bulk.max-operations, 1",
        "rollcall.limits.body-size, 1",
        "rollcall.groups.body-size, 1",
        "rollcall.bodies.memory, 32M"
    })
    void takesWhatCanBeKept(String key, String value) {
        assertThat(bounds(Map.of(key, value)).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rollcall.limits.page-size, 0, 0",
        "rollcall.limits.page-size, -1, -1",
        "rollcall.limits.page-size, 2147483647, 2147483647",
        "rollcall.limits.max-matches, -1, -1",
        "rollcall.streaming.answers, 0, 0",
        "rollcall.streaming.answers, -8, -8",
        "rollcall.streaming.longest-time, PT0S, PT0S",
        "rollcall.streaming.longest-time, -PT2M, PT-2M",
        "rollcall.bulk.max-operations, 0, 0",
        "rollcall.limits.body-size, 0, 0",
        "rollcall.groups.body-size, 0, 0",
        "rollcall.bulk.max-payload-size, 0, 0"
    })
    void namesTheSettingThatCannotBeKeptWithItsValue(String key, String value, String shown) {
        assertThat(bounds(Map.of(key, value)).problems())
                .singleElement()
                .asString()
                .startsWith(key + " is " + shown + ": it is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollcall.limits.body-size", "rollcall.groups.body-size", "rollcall.bulk.max-payload-size"})
    void allBodiesTogetherTakeNoLessThanOne(String key) {
        assertThat(bounds(Map.of("rollcall.bodies.memory", "40M", key, "41M")).problems())
                .containsExactly("rollcall.bodies.memory is 41943040 bytes: one body alone may have more, " + key
                        + " is 42991616");
    }

    @Test
    void bodiesThatNobodySendsNeedNoMemory() {
        var settings = Map.of(
                "rollcall.bodies.memory", "2M", "rollcall.groups.body-size", "2M", "rollcall.bulk.enabled", "false");

        assertThat(bounds(settings).problems()).isEmpty();
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(bounds(Map.of("rollcall.streaming.answers", "0", "rollcall.bodies.memory", "0"))
                        .problems())
                .satisfiesExactly(
                        answers -> assertThat(answers).startsWith("rollcall.streaming.answers is 0"),
                        memory -> assertThat(memory).startsWith("rollcall.bodies.memory is 0"));
    }

    private static ProtocolBounds bounds(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withDefaultValue(OTHERS, "32M");
        settings.forEach(builder::withDefaultValue);
        CONFIGS.forEach(builder::withMapping);
        var config = builder.build();
        return new ProtocolBounds(
                config.getConfigMapping(LimitsConfig.class),
                config.getConfigMapping(StreamingConfig.class),
                config.getConfigMapping(BulkConfig.class),
                config.getConfigMapping(BodiesConfig.class),
                List.of(new BodySize(
                        OTHERS, config.getValue(OTHERS, MemorySize.class).asLongValue())));
    }
}
