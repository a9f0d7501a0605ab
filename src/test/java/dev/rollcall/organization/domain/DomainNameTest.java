package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    private static final String LABEL = "a".repeat(63);

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, example.com",
        "'  Example.COM. ', example.com, example.com",
        "mail.example.co.uk, mail.example.co.uk, mail.example.co.uk",
        "bücher.example, xn--bcher-kva.example, bücher.example",
        "BÜCHER.example, xn--bcher-kva.example, bücher.example",
        "xn--bcher-kva.example, xn--bcher-kva.example, bücher.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example, bücher.example",
        "straße.de, xn--strae-oqa.de, straße.de",
        "例え。テスト, xn--r8jz45g.xn--zckzah, 例え.テスト",
        "bu\u0308cher.example, xn--bcher-kva.example, bücher.example",
        "почта.example, xn--80a1acny.example, почта.example",
        "corp.internal, corp.internal, corp.internal"
    })
    void isComparedByItsALabelsAndShownInLetters(String given, String ascii, String unicode) {
        assertThat(DomainName.parse(given)).isEqualTo(new DomainName(ascii, unicode));
    }

    @Test
    void aLookAlikeOfAnotherScriptIsAnotherName() {
        var cyrillic = DomainName.parse("аррӏе.com");

        assertThat(cyrillic.unicode()).isEqualTo("аррӏе.com");
        assertThat(cyrillic.ascii()).isEqualTo("xn--80ak6aa92e.com").isNotEqualTo("apple.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "аpple.com",
                "xn--pple-43d.com",
                "exa\u0000mple.com",
                "exa\nmple.com",
                "exam\u200bple.com",
                "exam\u200dple.com",
                "\u202eelpmaxe.com",
                "exa mple.com",
                "https://example.com",
                "example.com/path",
                "example.com:443x",
                "admin@example.com",
                "*.example.com",
                "_dmarc.example.com",
                "-example.com",
                "example-.com",
                "ex--ample.com",
                "xn--.com",
                "xn--a.com",
                "xn--example-.com",
                "xn--99999999.com",
                "a..example.com",
                ".example.com",
                "example.com..",
                ".",
                "",
                "\u0301a.com",
                "ﬁsh.com",
                "☃.com",
                "💩.com",
                "1.2.3.4",
                "2001:db8::1",
                "[::1]",
                "example.123",
                "localhost",
                "com",
                "co.uk",
                "github.io",
                "公司.cn",
                "xn--55qx5d.cn",
                "foo.ck"
            })
    void refusesWhatIsNoNameThatAnOrganizationCanOwn(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DomainName.parse(text))
                .satisfies(refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.INVALID);
                    assertThat(refused.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.field()).isEqualTo("name");
                        assertThat(violation.sentence()).endsWith(".").doesNotContainPattern("\\p{Cntrl}");
                    });
                });
    }

    @ParameterizedTest
    @CsvSource({
        "аpple.com, mixes letters of different scripts",
        "192.0.2.1, An IP address cannot be claimed",
        "localhost, two labels or more",
        "co.uk, co.uk is a public suffix",
        "xn--99999999.com, stands for no letters",
        "https://example.com, 'without scheme, port, path'"
    })
    void saysWhatIsWrong(String text, String sentence) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DomainName.parse(text))
                .withMessageContaining(sentence);
    }

    @Test
    void hasAsManyCharactersAsDnsAllows() {
        var longest = String.join(".", LABEL, LABEL, LABEL, "a".repeat(57), "com");

        assertThat(DomainName.parse(longest).ascii()).hasSize(253).isEqualTo(longest);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DomainName.parse("a" + longest.replaceFirst("com$", "comm")))
                .withMessageContaining("at most 253 characters; this one has 255");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DomainName.parse("a".repeat(104) + "." + LABEL + "." + LABEL + "." + LABEL + ".com"))
                .withMessageContaining("this one has 300");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DomainName.parse("a" + LABEL + ".com"))
                .withMessageContaining("a label of more than 63 characters");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DomainName.parse("ü".repeat(60) + ".com"))
                .withMessageContaining("a label of more than 63 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "bjensen@Example.COM, example.com",
        "\"a@b\"@example.com, example.com",
        "x@bücher.example, xn--bcher-kva.example",
        "x@localhost, localhost",
        "x@203.0.113.7, 203.0.113.7",
        "bjensen, ",
        "@example.com, ",
        "x@, ",
        "x@exa mple.com, ",
        "x@-a.com, "
    })
    void isFoundInAnAddress(String address, String ascii) {
        assertThat(DomainName.ofAddress(address).map(DomainName::ascii).orElse(null))
                .isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, true",
        "example.com, mail.example.com, true",
        "example.com, badexample.com, false",
        "mail.example.com, example.com, false",
        "example.com, example.com.attacker.net, false"
    })
    void coversItselfAndWhatIsBelowIt(String name, String other, boolean covered) {
        assertThat(DomainName.covers(name, other)).isEqualTo(covered);
    }
}
