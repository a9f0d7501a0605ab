package dev.rollcall.refusal;

/// The rule for names that an administrator gives.
public final class Names {
    private static final int MAXIMUM_LENGTH = 200;

    private Names() {}

    /// The name without outer white space.
    ///
    /// @throws RefusedException if nothing is left, it is too long or cannot be shown on one line
    public static String checked(String what, String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAXIMUM_LENGTH) {
            throw RefusedException.invalid("The name of " + what + " has 1 to " + MAXIMUM_LENGTH
                    + " characters; this one has " + stripped.length() + ".");
        }
        if (stripped.codePoints().anyMatch(Names::isNotShown)) {
            throw RefusedException.invalid("The name of " + what + " must not hold control characters.");
        }
        return stripped;
    }

    private static boolean isNotShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
