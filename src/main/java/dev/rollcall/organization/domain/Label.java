package dev.rollcall.organization.domain;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One label of a name, both as ASCII (A-label) and as people read it (U-label), by the rules of RFC 5891 with the
/// runtime's own Unicode data. A label of letters that look like others' is simply another label; one that mixes
/// scripts as no language does is refused, as browsers and registries do.
record Label(String ascii, String unicode) {
    private static final String PREFIX = "xn--";
    private static final int LONGEST = 63;
    private static final Pattern ASCII = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    // The scripts that are written together (UTS 39 §5.2, "highly restrictive").
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    /// What is wrong with a label, as the end of a sentence about the name.
    static final class InvalidLabelException extends Exception {
        private static final long serialVersionUID = 1L;

        private InvalidLabelException(String reason) {
            super(reason, null, false, false);
        }
    }

    /// @param text in small letters
    static Label parse(String text) throws InvalidLabelException {
        if (text.isEmpty()) {
            throw new InvalidLabelException("has an empty label: two dots side by side, or one at the beginning");
        }
        return text.chars().allMatch(letter -> letter < 0x80) ? ofAscii(text) : ofUnicode(text);
    }

    private static Label ofAscii(String text) throws InvalidLabelException {
        requireLength(text);
        if (!ASCII.matcher(text).matches()) {
            throw new InvalidLabelException(
                    "has a label with other characters than letters, digits, and hyphens between them");
        }
        if (!text.startsWith(PREFIX)) {
            requireNoHyphens(text);
            return new Label(text, text);
        }
        var unicode = Punycode.decode(text.substring(PREFIX.length()));
        if (unicode.isEmpty() || !Optional.of(text).equals(encoded(unicode.get()))) {
            throw new InvalidLabelException("has a label that begins with xn-- and stands for no letters");
        }
        requireLetters(unicode.get());
        return new Label(text, unicode.get());
    }

    private static Label ofUnicode(String text) throws InvalidLabelException {
        requireLetters(text);
        var ascii = encoded(text)
                .orElseThrow(() -> new InvalidLabelException("has a label of more than " + LONGEST + " characters"));
        requireLength(ascii);
        return new Label(ascii, text);
    }

    private static Optional<String> encoded(String unicode) {
        return unicode.chars().allMatch(letter -> letter < 0x80)
                ? Optional.empty()
                : Punycode.encode(unicode).map(PREFIX::concat);
    }

    private static void requireLength(String ascii) throws InvalidLabelException {
        if (ascii.length() > LONGEST) {
            throw new InvalidLabelException("has a label of more than " + LONGEST + " characters");
        }
    }

    private static void requireNoHyphens(String text) throws InvalidLabelException {
        if (text.startsWith("--", 2)) {
            throw new InvalidLabelException("has a label with hyphens in its third and fourth place");
        }
    }

    private static void requireLetters(String unicode) throws InvalidLabelException {
        requireNoHyphens(unicode);
        if (unicode.startsWith("-")
                || unicode.endsWith("-")
                || isMark(unicode.codePointAt(0))
                || !unicode.codePoints().allMatch(Label::isAllowed)
                || !Normalizer.normalize(unicode, Normalizer.Form.NFKC).equals(unicode)) {
            throw new InvalidLabelException("has a label with characters that a domain name must not hold");
        }
        if (!isOneScript(unicode)) {
            throw new InvalidLabelException("mixes letters of different scripts in one label, which no registry sells");
        }
    }

    private static boolean isAllowed(int letter) {
        return letter == '-'
                || (Character.isLetter(letter) && Character.toLowerCase(letter) == letter)
                || Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER
                || isMark(letter);
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isOneScript(String unicode) {
        var scripts = unicode.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .collect(Collectors.toSet());
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }
}
