package dev.rollcall.scim.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    /// As the characters of a request line are read: a byte each.
    private static String onTheWire(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users",
                "/scim/v2/Users?filter=userName%20eq%20%22a%40b%22&count=3",
                "/scim/v2/Users?filter=userName+eq+%22a'(b)!$,;~*:@/?#",
                "/",
                "*"
            })
    void whatIsAUriStaysAsItIs(String target) {
        assertThat(RequestTarget.isUri(target)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            /U?filter=userName+eq+"a%40b"   ~ /U?filter=userName+eq+%22a%40b%22     ~ '"', which has to be percent-encoded as %22
            /U?filter=emails[type+eq+%22a%22] ~ /U?filter=emails%5Btype+eq+%22a%22%5D ~ '[', which has to be percent-encoded as %5B
            /U?a={b}|c                      ~ /U?a=%7Bb%7D%7Cc                      ~ '{', which has to be percent-encoded as %7B
            /U?a=<b>^c                      ~ /U?a=%3Cb%3E%5Ec                      ~ '<', which has to be percent-encoded as %3C
            /U?a=b\\c                       ~ /U?a=b%5Cc                            ~ '\\', which has to be percent-encoded as %5C
            /U?a=Zoë                        ~ /U?a=Zo%C3%AB                         ~ 'ë', which has to be percent-encoded as %C3%AB
            /U?a=東京                        ~ /U?a=%E6%9D%B1%E4%BA%AC               ~ '東京', which has to be percent-encoded as %E6%9D%B1%E4%BA%AC
            """)
    void whatWasNotEncodedInTheQueryIsReadAsIfItWere(String target, String uri, String unencoded) {
        var written = onTheWire(target);
        assertThat(RequestTarget.isUri(written)).isFalse();
        assertThat(RequestTarget.read(written)).isEqualTo(new RequestTarget(uri, null, unencoded));
    }

    @Test
    void aBacktickIsEncodedLikeAllOthers() {
        assertThat(RequestTarget.read("/U?a=`b").uri()).isEqualTo("/U?a=%60b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            /U?a=%zz      ~ /U?a=%25zz        ~ The query holds '%zz'
            /U?a=%4       ~ /U?a=%254         ~ The query holds '%4'
            /U?a=100%     ~ /U?a=100%25       ~ The query holds '%'
            /U/%zz?a=%yy  ~ /U/%25zz?a=%25yy  ~ The path holds '%zz'
            /U/{id}       ~ /U/%7Bid%7D       ~ The path holds '{', which has to be percent-encoded as %7B
            /U/{id}?a=%4  ~ /U/%7Bid%7D?a=%254 ~ The query holds '%4'
            """)
    void whatCanMeanAnythingIsNamed(String target, String uri, String refusal) {
        assertThat(RequestTarget.isUri(target)).isFalse();
        var read = RequestTarget.read(target);
        assertThat(read.uri()).isEqualTo(uri);
        assertThat(read.refusal()).startsWith(refusal);
        assertThat(read.unencoded()).isNull();
    }

    @Test
    void aFragmentIsLeftToWhoReadsIt() {
        assertThat(RequestTarget.isUri("/U?a=b#c")).isTrue();
        assertThat(RequestTarget.read("/U?a=b#c#d")).isEqualTo(new RequestTarget("/U?a=b#c%23d", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/U?a=\u00ff", "/U?a=\u00c3", "/U?a=\u00ed\u00a0\u0080", "/U?a=\u0001", "/U?a=\u007f"})
    void bytesThatAreNoTextAreRefused(String target) {
        var read = RequestTarget.read(target);
        assertThat(read.refusal()).startsWith("The query holds");
        assertThat(read.refusal()).matches("\\p{Print}+");
    }

    @Test
    void whateverIsWrittenIsReadAsAUri() {
        var random = new Random(9112);
        for (var i = 0; i < 20_000; i++) {
            var target = "/"
                    + random.ints(random.nextInt(12), 0, 256)
                            .mapToObj(c -> String.valueOf((char) (random.nextInt(4) == 0 ? '%' : c)))
                            .collect(Collectors.joining());
            var uri = RequestTarget.isUri(target)
                    ? target
                    : RequestTarget.read(target).uri();
            assertThat(RequestTarget.isUri(uri)).as(uri).isTrue();
            assertThatCode(() -> new URI("http://localhost" + uri)).as(uri).doesNotThrowAnyException();
        }
    }
}
