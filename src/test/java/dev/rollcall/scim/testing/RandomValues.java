package dev.rollcall.scim.testing;

import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Random simple values that are likely to be equal, alike or treacherous: wildcards, quotes, spaces, letters
/// whose case or normal form is unusual, numbers and instants written in several ways.
final class RandomValues {
    private static final List<String> STRINGS = List.of(
            "alice",
            "Alice",
            "ALICE",
            "bob",
            "bo",
            "b",
            "jane.doe@acme.example",
            "JANE+test@acme.example",
            "work",
            "home",
            "%",
            "_",
            "!",
            "!%",
            "!_",
            "\\",
            "\\%",
            "a%b",
            "a_b",
            "100%",
            "[a-c]",
            "*",
            "?",
            "^a",
            "$.emails[0]",
            "${x}",
            "?1",
            "\"",
            "'",
            "''",
            "\"; --",
            "`",
            "a\"b",
            "a'b",
            "",
            " ",
            "  ",
            " alice",
            "alice ",
            "alice\t",
            "a b",
            "a  b",
            "line\nbreak",
            "\u00a0",
            "\u2028",
            "a\u200bb",
            "Müller",
            "MÜLLER",
            "Mu\u0308ller",
            "Muller",
            "\u00e9",
            "e\u0301",
            "e",
            "\u0301",
            "\u00c5",
            "\u212b",
            "A\u030a",
            "ß",
            "ss",
            "SS",
            "\u1e9e",
            "straße",
            "σ",
            "ς",
            "Σ",
            "ΟΔΟΣ",
            "οδος",
            "İ",
            "ı",
            "i",
            "I",
            "\ufb01",
            "fi",
            "ǅ",
            "ǆ",
            "ＡＬＩＣＥ",
            "\uff41",
            "ｶﾞ",
            "ガ",
            "カ\u3099",
            "\u3000",
            "한글",
            "\u1112\u1161\u11ab",
            "李",
            "עברית",
            "😀",
            "😀a",
            "👩\u200d👧",
            "\ud801\udc00",
            "\ud801\udc28",
            "\ue000",
            "\uffee",
            "\ufffd",
            "z",
            "0",
            "00",
            "7",
            "007",
            "12",
            "-1",
            "1e3",
            "1.0",
            "true",
            "TRUE",
            "false",
            "null",
            "NULL",
            "[]",
            "{}",
            "x".repeat(300),
            "Y".repeat(300),
            "ä".repeat(520));
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "9",
            "10",
            "-10",
            "11",
            "99",
            "100",
            "2147483648",
            "-9223372036854775809",
            "12345678901234567890123",
            "1000000000000000000000000");
    private static final List<String> FRACTIONS = List.of(
            "0.0",
            "1.0",
            "1.00",
            "-1.0",
            "0.1",
            "-0.1",
            "0.10",
            "0.09",
            "1.5",
            "-1.5",
            "1E+3",
            "1E-7",
            "1000.0",
            "2.5E-10",
            "-2.5E+20",
            "3.14159265358979323846");
    private static final List<String> DATE_TIMES = List.of(
            "2011-05-13T04:42:34Z",
            "2011-05-13T06:42:34+02:00",
            "2011-05-13T04:42:34",
            "2011-05-13T04:42:34.000Z",
            "2011-05-13T04:42:34.0000001Z",
            "2011-05-13T04:42:33.999Z",
            "2010-12-31T23:59:59-12:00",
            "2026-01-31T10:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "1969-12-31T23:59:59Z");
    private static final List<String> BINARIES =
            List.of("", "QQ==", "QQ", "qq==", "QUI=", "QUI", "QUJD", "aGVsbG8+", "aGVsbG8/");
    private static final List<String> REFERENCES = List.of(
            "",
            "https://example.com/a",
            "https://example.com/A",
            "HTTPS://example.com/a",
            "Users/26118915",
            "urn:x:y",
            "a%20b",
            "https://example.com/%C3%BC",
            "https://example.com/ü",
            "../Groups/_");

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A value of the attribute's type, one element where it is multi-valued.
    ScimValue simple(SchemaAttribute attribute) {
        return switch (attribute.type()) {
            case STRING -> ScimValue.of(string(attribute));
            case BOOLEAN -> ScimValue.of(random.nextBoolean());
            case INTEGER -> number(anyOf(NUMBERS));
            case DECIMAL -> number(anyOf(random.nextBoolean() ? NUMBERS : FRACTIONS));
            case DATE_TIME -> ScimValue.of(anyOf(DATE_TIMES));
            case BINARY -> ScimValue.of(anyOf(BINARIES));
            case REFERENCE -> ScimValue.of(anyOf(REFERENCES));
            case COMPLEX -> throw new IllegalArgumentException(attribute.name() + " is complex");
        };
    }

    private static ScimValue number(String number) {
        return new ScimValue.Numeric(new BigDecimal(number));
    }

    private String string(SchemaAttribute attribute) {
        var canonical = attribute.canonicalValues();
        if (!canonical.isEmpty() && chance(0.7)) {
            return anyOf(canonical);
        }
        return chance(0.8) ? anyOf(STRINGS) : anyOf(STRINGS) + anyOf(STRINGS);
    }

    /// A text that is like `text`: a part of it, in another case, or with something added.
    String like(String text) {
        var points = text.codePoints().toArray();
        var from = below(points.length + 1);
        var length = below(points.length - from + 1);
        return switch (below(7)) {
            case 0 -> text;
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text.toLowerCase(Locale.ROOT);
            case 3 -> new String(points, 0, from);
            case 4 -> new String(points, from, points.length - from);
            case 5 -> new String(points, from, length);
            default -> text + anyOf(STRINGS);
        };
    }

    /// The same letters in random case, as names may be written.
    String anyCase(String name) {
        return switch (below(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }
}
