package dev.rollcall.scim.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a client wants the answer to its write to hold (RFC 7240 §4.2).
public enum ReturnPreference {
    /// No more than it needs to.
    MINIMAL,
    /// The resource.
    REPRESENTATION;

    private static final String NAME = "return";

    /// The preference among others. Of several the first counts (RFC 7240 §2), also where its value is none of
    /// these; whatever cannot be read is passed over.
    ///
    /// @param headers the values of every `Prefer`
    public static Optional<ReturnPreference> of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> parts(header, ',').stream())
                // What follows the first semicolon are parameters, and `return` has none.
                .map(preference -> parts(parts(preference, ';').getFirst(), '='))
                .filter(named -> named.getFirst().strip().equalsIgnoreCase(NAME))
                .findFirst()
                .flatMap(named -> named.size() == 2 ? ofValue(named.getLast()) : Optional.empty());
    }

    private static Optional<ReturnPreference> ofValue(String text) {
        var value = text.strip();
        var isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        var bare = isQuoted ? value.substring(1, value.length() - 1) : value;
        return List.of(values()).stream()
                .filter(preference -> preference.name().equalsIgnoreCase(bare))
                .findFirst();
    }

    private static List<String> parts(String text, char separator) {
        var parts = new ArrayList<String>();
        var isQuoted = false;
        var begin = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isQuoted && c == '\\') {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == separator && !isQuoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /// As it stands in `Preference-Applied`.
    public String applied() {
        return NAME + "=" + name().toLowerCase(Locale.ROOT);
    }
}
