package dev.rollcall.connection.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialUseTest {

    static Stream<Arguments> products() {
        return Stream.of(
                Arguments.of("PingOne/1.0", "PingOne/1.0"),
                Arguments.of(" a\r\nb\u001b[31m ", "a  b [31m"),
                Arguments.of("a\u202eb", "a b"),
                Arguments.of("\u0000", null),
                Arguments.of("", null),
                Arguments.of("x".repeat(201), "x".repeat(200)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void showsWhatCanBeShown(String sent, @Nullable String shown) {
        assertThat(new CredentialUse("192.0.2.7", sent).product()).isEqualTo(shown);
    }

    @Test
    void holdsNoAddressThatIsTooLong() {
        assertThat(new CredentialUse("1".repeat(70), null).address()).hasSize(64);
    }
}
