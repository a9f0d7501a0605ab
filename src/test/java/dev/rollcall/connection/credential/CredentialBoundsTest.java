package dev.rollcall.connection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialBoundsTest {
    private record Times(Duration warning, Duration overlap) implements CredentialsConfig {}

    @ParameterizedTest
    @CsvSource({
        "P30D, P7D, ''",
        "PT0S, PT0S, ''",
        "P30D, P90D, ''",
        "PT-1S, P7D, rollcall.credentials.warning",
        "P30D, PT-1S, rollcall.credentials.overlap",
        "P30D, P90DT1S, rollcall.credentials.overlap"
    })
    void knowsTimesThatMakeNoSense(Duration warning, Duration overlap, String setting) {
        var problems = new CredentialBounds(new Times(warning, overlap)).problems();

        assertThat(problems.stream().map(problem -> problem.split(" ", 2)[0]))
                .isEqualTo(setting.isEmpty() ? List.of() : List.of(setting));
    }
}
