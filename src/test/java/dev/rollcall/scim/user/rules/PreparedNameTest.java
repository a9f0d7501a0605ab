package dev.rollcall.scim.user.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.schema.Folding;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rocks.xmpp.precis.PrecisProfile;
import rocks.xmpp.precis.PrecisProfiles;

class PreparedNameTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private static final PrecisProfile PROFILE = PrecisProfiles.USERNAME_CASE_MAPPED;

    private final PreparedName rule = new PreparedName();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bjensen",
                "Barbara Jensen",
                "Barbara  Jensen",
                "o'neil.b+test@sub.example.com",
                "a_b-c~d!e#f$g%h&i*j/k=l?m^n`o{p|q}r",
                "DOMAIN\\bjensen",
                "<b>:;,(a)[1]\"2\"",
                "ＢＪｅｎｓｅｎ",
                "山田　太郎",
                "Müller",
                "Mu\u0308ller",
                "straße",
                "ΟΔΟΣ",
                "İnci",
                "עברית",
                "عمر",
                "한글",
                "\u1112\u1161\u11ab",
                "123",
                "\ud801\udc00"
            })
    void namesThatPeopleHaveAreTaken(String name) {
        assertThat(refusal(name)).isEmpty();
    }

    @Test
    void visibleAsciiIsWhatTheProfileTakesToo() throws Exception {
        var all = IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(refusal(all)).isEmpty();
        assertThat(PROFILE.enforce(all)).isEqualTo(Folding.fold(all));
        assertThat(refusal(" ")).isNotEmpty();
        assertThat(refusal("a\u007f")).isNotEmpty();
    }

    @Proves("IN-002")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            a\\u0007b,         U+0007 (BEL)
            a\\u000ab,           U+000A (LINE FEED (LF))
            a\\u0009b,           U+0009
            a\\u00a0b,         U+00A0 (NO-BREAK SPACE)
            a\\u200bb,         U+200B (ZERO WIDTH SPACE)
            a\\u202eb,         U+202E (RIGHT-TO-LEFT OVERRIDE)
            a\\ufeffb,         U+FEFF
            a\\ufe0fb,         U+FE0F
            a\\udb40\\udd00b,  U+E0100
            a\\ue000b,         U+E000
            a\\u2019b,         U+2019 (RIGHT SINGLE QUOTATION MARK)
            a\\u2460b,         U+2460
            a\\ufb01b,         U+FB01 (LATIN SMALL LIGATURE FI)
            a\\ud83d\\ude00b,  U+1F600 (GRINNING FACE)
            a\\uffffb,         U+FFFF
            '\\u0020a',        begins or ends with a space
            'a\\u0020',        begins or ends with a space
            'a\\u3000',        begins or ends with a space
            '\\u0020',         is empty
            '\\u3000\\u0020',  is empty
            '',                is empty
            \\u05d0b,          right to left
            '\\u05d0@',        right to left
            """)
    void otherCharactersAreRefusedByName(String escaped, String why) {
        assertThat(refusal(unescaped(escaped))).contains(why);
    }

    private static String unescaped(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    // Names that the profile makes one name of have one key.
    @Proves("IN-001")
    @Test
    void theKeyOfANameIsThatOfItsPreparedForm() {
        var random = new Random(8265);
        var letters = IntStream.range(0x21, 0x20000)
                .filter(codePoint -> Character.isLetterOrDigit(codePoint))
                .mapToObj(Character::toString);
        var mixed = Stream.generate(() -> random.ints(1 + random.nextInt(4), 0, 5)
                        .map(kind -> likelyCodePoint(kind, random))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .limit(50_000);

        var allowed = Stream.concat(letters, mixed)
                .filter(name -> refusal(name).isEmpty())
                .toList();

        assertThat(allowed)
                .hasSizeGreaterThan(100_000)
                .filteredOn(name -> !Folding.fold(PROFILE.enforce(name)).equals(Folding.fold(name)))
                .isEmpty();
    }

    private static int likelyCodePoint(int kind, Random random) {
        return switch (kind) {
            case 0 -> 0x21 + random.nextInt(0x5E);
            case 1 -> 0xA1 + random.nextInt(0x180);
            case 2 -> 0x300 + random.nextInt(0x70);
            case 3 -> 0xFF01 + random.nextInt(0xE0);
            default -> 0x370 + random.nextInt(0x1C00);
        };
    }

    private String refusal(String name) {
        return rule.refusal(name).orElse("");
    }
}
