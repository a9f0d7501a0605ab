package dev.rollcall.scim.schema;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// The form in which strings that are not case-exact are compared: full and half width mapped, case removed,
/// NFC. It follows the mappings of RFC 8265 §3.3 (UsernameCaseMapped) without its restrictions. Differences
/// that people would not call case stay: `é` is not `e`, `ß` is not `ss`, `ı` is not `i`, a trailing space
/// counts.
public final class Folding {
    // The letters i of Turkish are no case pairs with the other i, whose capital has no dot.
    private static final String CAPITAL_I_WITH_DOT = "\u0130";
    private static final int SMALL_I_WITHOUT_DOT = 0x131;

    private Folding() {}

    /// The folded form of `text`; folding it again changes nothing.
    public static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(mapWidth(text), Form.NFC)
                .replace(CAPITAL_I_WITH_DOT, "i\u0307")
                .codePoints()
                .map(Folding::foldCase)
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Form.NFC);
    }

    // Most identifiers are lower-case ASCII already.
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    // By way of upper case, so that the two small sigmas and similar pairs meet.
    private static int foldCase(int codePoint) {
        return codePoint == SMALL_I_WITHOUT_DOT ? codePoint : Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    private static String mapWidth(String text) {
        if (text.codePoints().noneMatch(Folding::hasWidth)) {
            return text;
        }
        var mapped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(codePoint -> mapped.append(
                        hasWidth(codePoint)
                                ? Normalizer.normalize(Character.toString(codePoint), Form.NFKC)
                                : Character.toString(codePoint)));
        return mapped.toString();
    }

    private static boolean hasWidth(int codePoint) {
        return codePoint == 0x3000 || (codePoint >= 0xFF01 && codePoint <= 0xFFEE);
    }
}
