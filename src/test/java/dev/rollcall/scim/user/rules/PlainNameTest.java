package dev.rollcall.scim.user.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "bjensen,bjensen",
                " bjensen ,bjensen",
                "\u3000bjensen\u00a0,bjensen",
                "b jensen,b jensen",
                "b\u00a0jensen,b jensen",
                "b\tjensen,b jensen",
                "b  jensen,b  jensen",
                "b\u200bjen\u00adsen\u2060,bjensen",
                "\ufeffb\ufe0fjensen\u034f,bjensen",
                "bjensen\udb40\udc41,bjensen",
                "b\u0007jensen,bjensen",
                "\u202ebjensen\u202c,bjensen",
                "\u200b bjensen,bjensen",
                "\u2460,\u2460",
                "\u200b,''",
                "\u3164\u115f ,''"
            })
    void nothingIsLeftThatIsNotSeen(String name, String plain) {
        assertThat(PlainName.of(name)).isEqualTo(plain);
    }
}
