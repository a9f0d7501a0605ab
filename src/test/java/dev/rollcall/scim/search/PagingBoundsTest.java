package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingBoundsTest {

    @Test
    void takesWhatPagesCanKeep() {
        assertThat(PagingBounds.problems(1, 0, Duration.ofSeconds(1))).isEmpty();
        assertThat(PagingBounds.problems(10_000, 5, Duration.ofDays(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, PT1H, page-size",
        "-1, 0, PT1H, page-size",
        "2147483647, 0, PT1H, page-size",
        "200, -1, PT1H, max-matches",
        "200, 0, PT0.5S, cursor-timeout",
        "200, 0, -PT1H, cursor-timeout"
    })
    void namesTheSettingThatCannotBeKept(int pageSize, int maxMatches, Duration cursorTimeout, String setting) {
        assertThat(PagingBounds.problems(pageSize, maxMatches, cursorTimeout))
                .singleElement()
                .asString()
                .contains(setting);
    }
}
