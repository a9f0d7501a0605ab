package dev.rollcall.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashTest {

    @Proves("IN-003")
    @ParameterizedTest(name = "\"{1}\" is \"{0}\": {2}")
    @CsvSource(textBlock = """
            passw\u00f6rd, passwo\u0308rd, true
            pass word,     pass\u00a0word, true
            pass word,     pass\u3000word, true
            password,      Password,       false
            password,      ｐassword,      false
            pass word,     pass  word,     false
            password,      passw0rd,       false
            be\u0007ll,     be\u0007ll,      true
            be\u0007ll,     bell,           false
            """)
    void passwordsAreComparedAsOpaqueStrings(String password, String given, boolean same) {
        assertThat(PasswordHash.matches(given, PasswordHash.of(password))).isEqualTo(same);
    }

    @Test
    void hashesOfOnePasswordDiffer() {
        assertThat(PasswordHash.of("t1meMa$heen"))
                .startsWith("$argon2id$v=19$m=")
                .isNotEqualTo(PasswordHash.of("t1meMa$heen"));
    }
}
