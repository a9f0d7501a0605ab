package dev.rollcall.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "  Acme\t", "Bärbel & Söhne GmbH", "株式会社", "'; DROP TABLE organization", "🏢"})
    void takesWhatCanBeShownOnOneLine(String name) {
        assertThat(Names.checked("an organization", name)).isEqualTo(name.strip());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("noNames")
    void saysWhatIsWrong(String name, String sentence) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Names.checked("a connection", name))
                .withMessage(sentence);
    }

    static Stream<Arguments> noNames() {
        var length = "The name of a connection has 1 to 200 characters; this one has ";
        var control = "The name of a connection must not hold control characters.";
        return Stream.of(
                arguments("", length + "0."),
                arguments(" \t ", length + "0."),
                arguments("x".repeat(201), length + "201."),
                arguments("two\nlines", control),
                arguments("a\u0000b", control),
                arguments("from \u202eright to left", control),
                arguments("a\u2028b", control));
    }
}
