package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {

    /// RFC 3492 §7.1, and names of today.
    @ParameterizedTest
    @CsvSource({
        "ليهمابتكلموشعربي؟, egbpdaj6bu4bxfgehfvwxn",
        "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
        "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "なぜみんな日本語を話してくれないのか, n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
        "3年b組金八先生, 3b-ww4c5e180e575a65lsy2b",
        "bücher, bcher-kva",
        "straße, strae-oqa",
        "ü, tda",
        "💩, ls8h"
    })
    void writesLettersAndReadsThemAgain(String letters, String ascii) {
        assertThat(Punycode.encode(letters)).contains(ascii);
        assertThat(Punycode.decode(ascii)).contains(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-!", "99999999", "zzzzzzzzzzzz", "bcher-kva9999999", "B"})
    void readsNothingElse(String text) {
        assertThat(Punycode.decode(text)).isEmpty();
    }

    @Test
    void giveUpOnWhatNoLabelIsAsLongAs() {
        assertThat(Punycode.encode("ü".repeat(300))).isEmpty();
        assertThat(Punycode.decode("a".repeat(300))).isEmpty();
    }
}
