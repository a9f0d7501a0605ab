package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnPreferenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            return=minimal                                  | MINIMAL
            return=representation                           | REPRESENTATION
            RETURN = Minimal                                | MINIMAL
            return="representation"                         | REPRESENTATION
            return=minimal; foo="a,b;c=d"                   | MINIMAL
            respond-async, wait=100, return=minimal         | MINIMAL
            ,, return=minimal ,                             | MINIMAL
            x="return=minimal, \\" return=minimal", return=representation | REPRESENTATION
            return=minimal, return=representation           | MINIMAL
            return=nothing, return=minimal                  |
            return                                          |
            return=                                         |
            return="minimal                                 |
            respond-async; return=minimal                   |
            handling=lenient                                |
            =                                               |
            ;                                               |
            """)
    void theFirstThatIsNamedCounts(String header, @Nullable ReturnPreference expected) {
        assertThat(ReturnPreference.of(List.of(header)).orElse(null)).isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(ReturnPreference.of(List.of("wait=5", "return=minimal", "return=representation")))
                .contains(ReturnPreference.MINIMAL);
        assertThat(ReturnPreference.of(List.of())).isEmpty();
        assertThat(ReturnPreference.of(List.of(""))).isEmpty();
    }
}
