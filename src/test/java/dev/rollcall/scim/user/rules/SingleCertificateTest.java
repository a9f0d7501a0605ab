package dev.rollcall.scim.user.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rollcall.scim.conformance.Proves;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Proves("US-020")
class SingleCertificateTest {
    /// Self-signed, P-256, valid for a hundred years.
    private static final String BASE64 =
            "MIIBejCCASGgAwIBAgIUJsOAdR4tqOPeYwo0VYcMbSmbwj0wCgYIKoZIzj0EAwIwEjEQMA4GA1UEAwwHYmplbnNlbj"
                    + "AgFw0yNjExMjMyMjQyMTRaGA8yMTI2MTAzMDIyNDIxNFowEjEQMA4GA1UEAwwHYmplbnNlbjBZMBMGByqGSM49AgEG"
                    + "CCqGSM49AwEHA0IABOlZvDjMo4C60EbIMxe88aYDRKBq5fflOUFshov6PUu85uMXTXehi5ooNF+ZvvP6wGd72DrC4N"
                    + "B2lbz3uM7Hc92jUzBRMB0GA1UdDgQWBBRO1fR6LKB+JSLUk8OIi8hBeqe2iDAfBgNVHSMEGDAWgBRO1fR6LKB+JSLU"
                    + "k8OIi8hBeqe2iDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIFCIsgaRQsk3swiqGDqzoWN3WcW+Ne"
                    + "+5ojFmj9xzYQ4nAiBQgxNAWap4gUYOcQJ2c98BgFr7s2A8SBY+a3H1pvQZKQ==";

    private static final byte[] DER = Base64.getDecoder().decode(BASE64);

    private final SingleCertificate rule = new SingleCertificate();

    @Test
    void oneCertificateIsTakenWithOrWithoutPadding() {
        assertThat(isTaken(BASE64)).isTrue();
        assertThat(isTaken(BASE64.replace("=", ""))).isTrue();
    }

    static Stream<Arguments> others() {
        var pem = "-----BEGIN CERTIFICATE-----\n" + BASE64 + "\n-----END CERTIFICATE-----\n";
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("text", bytes("certificate")),
                Arguments.of("two certificates", joined(DER, DER)),
                Arguments.of("a byte too many", joined(DER, new byte[1])),
                Arguments.of("a byte too few", Arrays.copyOf(DER, DER.length - 1)),
                Arguments.of("PEM", bytes(pem)),
                Arguments.of("an empty sequence", new byte[] {0x30, 0}),
                Arguments.of("a sequence without end", new byte[] {0x30, (byte) 0x80}),
                Arguments.of("a length of two gigabytes", new byte[] {0x30, (byte) 0x84, 0x7F, -1, -1, -1, 0}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void anythingElseIsRefused(String what, byte[] other) {
        assertThat(isTaken(Base64.getEncoder().encodeToString(other))).as(what).isFalse();
    }

    @Test
    void damagedCertificatesAreNeverMoreThanRefused() {
        var random = new Random(7643);
        for (var i = 0; i < 5_000; i++) {
            var damaged = DER.clone();
            for (var n = 0; n <= random.nextInt(3); n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            var text = Base64.getEncoder().encodeToString(damaged);
            assertThatCode(() -> isTaken(text)).as(text).doesNotThrowAnyException();
        }
    }

    private boolean isTaken(String text) {
        return rule.refusal(text).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
