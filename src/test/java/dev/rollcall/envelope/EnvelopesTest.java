package dev.rollcall.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopesTest {
    private static final byte[] SECRET = "a private key".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "signing key 1";
    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private static String key(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Envelopes with(@Nullable String active, String... previous) {
        return GivenKeys.envelopes(active, previous);
    }

    @Test
    void readsWhatItStored() {
        var stored = with(OLD).store(NAME, SECRET);

        assertThat(with(OLD).read(NAME, stored)).isEqualTo(SECRET);
        assertThat(new String(stored.content(), StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(stored.keyId()).isEqualTo(with(OLD).keyId().orElseThrow()).hasSize(8);
    }

    @Test
    void storesPlainlyWithoutAKeyAndReadsThatWithOne() {
        var stored = with(null).store(NAME, SECRET);

        assertThat(stored.keyId()).isNull();
        assertThat(stored.content()).isEqualTo(SECRET);
        assertThat(with(OLD).read(NAME, stored)).isEqualTo(SECRET);
    }

    @Test
    void encryptsEachTimeAnew() {
        assertThat(with(OLD).store(NAME, SECRET).content())
                .isNotEqualTo(with(OLD).store(NAME, SECRET).content());
    }

    @Test
    void renewsTheDataKeyOnly() {
        var stored = with(OLD).store(NAME, SECRET);

        var renewed = with(NEW, OLD).renewed(NAME, stored).orElseThrow();

        assertThat(renewed.content()).isEqualTo(stored.content());
        assertThat(renewed.dataKey()).isNotEqualTo(stored.dataKey());
        assertThat(with(NEW).read(NAME, renewed)).isEqualTo(SECRET);
        assertThat(with(NEW, OLD).renewed(NAME, renewed)).isEmpty();
    }

    @Test
    void encryptsWhatWasPlain() {
        var renewed = with(NEW).renewed(NAME, Stored.plain(SECRET)).orElseThrow();

        assertThat(with(NEW).read(NAME, renewed)).isEqualTo(SECRET);
        assertThat(renewed.content()).isNotEqualTo(SECRET);
        assertThat(with(null).renewed(NAME, Stored.plain(SECRET))).isEmpty();
    }

    @Test
    void saysWhichKeyIsMissing() {
        var stored = with(OLD).store(NAME, SECRET);

        for (var wrong : new Envelopes[] {with(NEW), with(null)}) {
            assertThatThrownBy(() -> wrong.read(NAME, stored))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("signing key 1")
                    .hasMessageContaining("key-encryption key " + stored.keyId())
                    .hasMessageContaining("rollcall.keys.encryption-key");
        }
    }

    static Stream<Arguments> changes() {
        var good = with(OLD).store(NAME, SECRET);
        var other = with(OLD).store(NAME, SECRET);
        var dataKey = Objects.requireNonNull(good.dataKey());
        return Stream.of(
                Arguments.of("the content", NAME, new Stored(flipped(good.content()), dataKey, good.keyId())),
                Arguments.of("the data key", NAME, new Stored(good.content(), flipped(dataKey), good.keyId())),
                Arguments.of("nothing left", NAME, new Stored(new byte[0], dataKey, good.keyId())),
                Arguments.of("another's data key", NAME, new Stored(good.content(), other.dataKey(), good.keyId())),
                Arguments.of("another's row", "signing key 2", good));
    }

    private static byte[] flipped(byte[] bytes) {
        var flipped = bytes.clone();
        flipped[flipped.length - 1] ^= 1;
        return flipped;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void refusesWhatWasChanged(String what, String name, Stored stored) {
        assertThatThrownBy(() -> with(OLD).read(name, stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its row was changed");
    }

    static Stream<Arguments> wrongKeys() {
        return Stream.of(
                Arguments.of("not Base64!", "rollcall.keys.encryption-key is not in Base64"),
                Arguments.of("c2hvcnQ=", "rollcall.keys.encryption-key has 5 bytes"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongKeys")
    void findsKeysThatAreNone(String key, String problem) {
        var ring = new KeyRing(new GivenKeys(key));

        assertThat(ring.problems())
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain(key);
        assertThat(ring.active()).isEmpty();
    }
}
