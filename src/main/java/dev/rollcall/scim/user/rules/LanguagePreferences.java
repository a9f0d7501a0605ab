package dev.rollcall.scim.user.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The value of an `Accept-Language` header (RFC 9110 §12.5.4), for `preferredLanguage` (RFC 7643 §4.1.1):
/// language tags, each with an optional weight, separated by commas.
final class LanguagePreferences implements ValueRule {
    private static final int MAX_LENGTH = 1_000;
    private static final Pattern PREFERENCE = Pattern.compile("(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,20})"
            + "(?:[ \\t]*;[ \\t]*[qQ]=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?");

    @Override
    public Optional<String> refusal(String text) {
        return arePreferences(text)
                ? Optional.empty()
                : Optional.of("is not in the form of Accept-Language: send language tags with hyphens,"
                        + " such as en-US or en-US, fr;q=0.8");
    }

    private static boolean arePreferences(String text) {
        return text.length() <= MAX_LENGTH
                && Arrays.stream(text.split(",", -1))
                        .allMatch(one -> PREFERENCE.matcher(one.strip()).matches());
    }
}
