package dev.rollcall.scim.user.rules;

import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimValue;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the whole name from contradicting its parts (RFC 7643 §4.1.1).
final class FormattedName {
    private static final String FORMATTED = "formatted";
    private static final List<String> PARTS =
            List.of("familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix");

    // Names in these follow each other without a space.
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private FormattedName() {}

    /// The value of `name` after a change that did not assign `formatted`: without it where it names what a
    /// part was before and not what the part is now.
    static ScimValue.Complex settled(ScimValue.Complex before, ScimValue.Complex after) {
        var formatted = text(after, FORMATTED);
        return formatted != null
                        && PARTS.stream().anyMatch(part -> isFormer(formatted, text(before, part), text(after, part)))
                ? after.without(FORMATTED)
                : after;
    }

    private static boolean isFormer(String formatted, @Nullable String before, @Nullable String after) {
        return before != null
                && !before.equals(after)
                && names(formatted, before)
                && (after == null || !names(formatted, after));
    }

    /// Whether `part` is in the whole name as a word or several, not as a piece of one.
    private static boolean names(String formatted, String part) {
        var whole = Folding.fold(formatted);
        var words = Folding.fold(part.strip());
        if (words.isEmpty()) {
            return false;
        }
        for (var at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
            var end = at + words.length();
            if (isBoundary(at == 0 ? ' ' : whole.codePointBefore(at))
                    && isBoundary(end == whole.length() ? ' ' : whole.codePointAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(int neighbour) {
        return !Character.isLetterOrDigit(neighbour) || UNSPACED.contains(UnicodeScript.of(neighbour));
    }

    private static @Nullable String text(ScimValue.Complex name, String part) {
        return name.find(part) instanceof ScimValue.Text(var text) ? text : null;
    }
}
