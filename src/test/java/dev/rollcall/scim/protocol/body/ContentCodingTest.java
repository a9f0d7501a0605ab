package dev.rollcall.scim.protocol.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.protocol.UnreadableEncoding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip            | GZIP
            x-gzip          | GZIP
            GZip            | GZIP
            identity        | IDENTITY
            identity, gzip  | GZIP
            ''              | IDENTITY
            """)
    void readsWhatTheHeaderNames(String header, ContentCoding expected) {
        assertThat(ContentCoding.of(List.of(header))).isEqualTo(expected);
    }

    @Test
    void noHeaderIsNoCoding() {
        assertThat(ContentCoding.of(null)).isEqualTo(ContentCoding.IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "gzip, gzip", "gzip, br", "gzip;q=1"})
    void refusesAllOthers(String header) {
        assertThatExceptionOfType(UnreadableEncoding.class)
                .isThrownBy(() -> ContentCoding.of(List.of(header)))
                .satisfies(failure -> assertThat(failure.refusal().status()).isEqualTo(415));
    }

    @Test
    void oneUponAnotherInTwoHeadersIsRefused() {
        assertThatExceptionOfType(UnreadableEncoding.class).isThrownBy(() -> ContentCoding.of(List.of("gzip", "gzip")));
    }
}
