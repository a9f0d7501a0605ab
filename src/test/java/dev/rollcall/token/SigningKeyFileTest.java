package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyFileTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void computesThePublicHalfOfAP256Key() throws Exception {
        var pair = KeyAlgorithm.newEs256Pair();

        var key = SigningKeyFile.read(pem(pair), NOW);

        assertThat(key.algorithm()).isEqualTo(KeyAlgorithm.ES256);
        assertThat(key.publicKey()).isEqualTo(pair.getPublic());
        assertThat(key.id())
                .isEqualTo(SigningKey.of(KeyAlgorithm.ES256, pair, NOW).id());
    }

    @Test
    void computesThePublicHalfOfAnRsaKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();

        var key = SigningKeyFile.read(pem(pair), NOW);

        assertThat(key.algorithm()).isEqualTo(KeyAlgorithm.RS256);
        assertThat(key.publicKey()).isEqualTo(pair.getPublic());
    }

    @Test
    void refusesAKeyThatIsTooShort() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);

        refused(pem(generator.generateKeyPair()));
    }

    @Test
    void refusesAnotherCurve() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));

        refused(pem(generator.generateKeyPair()));
    }

    @Test
    void refusesAnotherKindOfKey() throws GeneralSecurityException, IOException {
        refused(pem(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----"
            })
    void refusesWhatIsNoKey(String text) throws IOException {
        refused(Files.writeString(directory.resolve("key.pem"), text));
    }

    private static void refused(Path file) {
        assertThatThrownBy(() -> SigningKeyFile.read(file, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString());
    }

    private Path pem(KeyPair pair) throws IOException {
        var encoded = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Files.writeString(
                directory.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }
}
