package dev.rollcall.scim.user.rules;

/// What a reader sees of a user name: without the characters that are not seen, without spaces around it, and with
/// every other space as U+0020. Two names that are the same then, but for case and width, are one to whoever reads
/// them.
public final class PlainName {
    // Default_Ignorable_Code_Point of Unicode, as first and last of each range, where it is no format character.
    private static final int[] IGNORABLE = {
        0x034F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2065, 0x2065, 0x3164, 0x3164, 0xFE00, 0xFE0F,
        0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0xE0000, 0xE0FFF
    };

    private PlainName() {}

    /// The plain form of a name; empty where nothing of it can be seen.
    public static String of(String name) {
        var plain = new StringBuilder(name.length());
        name.codePoints()
                .map(codePoint -> isSpace(codePoint) ? ' ' : codePoint)
                .filter(codePoint -> !isIgnorable(codePoint))
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isIgnorable(int codePoint) {
        for (var i = 0; i < IGNORABLE.length; i += 2) {
            if (codePoint >= IGNORABLE[i] && codePoint <= IGNORABLE[i + 1]) {
                return true;
            }
        }
        // Format characters and controls.
        return Character.isIdentifierIgnorable(codePoint);
    }
}
