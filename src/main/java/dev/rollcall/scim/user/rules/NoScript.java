package dev.rollcall.scim.user.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/// A text that, shown as a link or a picture, does not run in the page that shows it.
final class NoScript implements ValueRule {
    // Browsers skip blanks and control characters before a scheme, and tabs and line breaks within it.
    private static final Pattern SKIPPED = Pattern.compile("[\\p{Cntrl}\\p{Z}]");
    private static final Pattern SCRIPT = Pattern.compile("(?:javascript|vbscript):", Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> refusal(String text) {
        var start = SKIPPED.matcher(text).replaceAll("");
        return SCRIPT.matcher(start).lookingAt()
                ? Optional.of("is a script: send a URL, such as https://example.com/jensen")
                : Optional.empty();
    }
}
