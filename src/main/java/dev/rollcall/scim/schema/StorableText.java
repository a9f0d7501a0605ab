package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;

/// What every text must be to be kept, whatever it is the value of.
final class StorableText {
    private StorableText() {}

    /// The text itself.
    ///
    /// @throws ScimException `invalidValue` naming `path` for one that is too long, or that holds U+0000 or half of
    /// a surrogate pair
    static String check(String path, String text) {
        if (text.length() > ValueReader.MAX_TEXT) {
            throw ScimException.invalidValue(path, "is longer than " + ValueReader.MAX_TEXT + " characters");
        }
        if (text.codePoints().anyMatch(StorableText::isUnstorable)) {
            throw ScimException.invalidValue(path, "holds U+0000 or half of a surrogate pair: remove that character");
        }
        return text;
    }

    // A code point in the surrogate range is a surrogate without its partner.
    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
