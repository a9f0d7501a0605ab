package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaginationBoundsTest {

    @ParameterizedTest
    @CsvSource({"cursor-timeout, 1S", "cursor-timeout, 1D", "counted-matches, 0", "counted-matches, 1000"})
    void takesWhatCanBeKept(String key, String value) {
        assertThat(problems(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cursor-timeout, PT0.5S, PT0.5S",
        "cursor-timeout, -PT1H, PT-1H",
        "counted-matches, -1, -1",
    })
    void namesTheSettingThatCannotBeKeptWithItsValue(String key, String value, String shown) {
        assertThat(problems(key, value))
                .singleElement()
                .asString()
                .startsWith("rollcall.pagination." + key + " is " + shown + ": it is ");
    }

    private static List<String> problems(String key, String value) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValue("rollcall.pagination." + key, value)
                .withMapping(PaginationConfig.class)
                .build();
        return new PaginationBounds(config.getConfigMapping(PaginationConfig.class)).problems();
    }
}
