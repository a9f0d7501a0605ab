package dev.rollcall.scim.user.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import rocks.xmpp.precis.InvalidCodePointException;
import rocks.xmpp.precis.InvalidDirectionalityException;
import rocks.xmpp.precis.PrecisProfile;
import rocks.xmpp.precis.PrecisProfiles;

/// A user name of RFC 8265 §3.5: parts of the profile UsernameCaseMapped with spaces between them. It is stored
/// as it was sent and compared by {@link dev.rollcall.scim.schema.Folding}, which makes one key of all names
/// that the profile makes one of.
final class PreparedName implements ValueRule {
    private static final PrecisProfile PROFILE = PrecisProfiles.USERNAME_CASE_MAPPED;
    private static final String SPACES = "[ \u3000]+";

    @Override
    public Optional<String> refusal(String text) {
        if (isPlain(text)) {
            return Optional.empty();
        }
        var parts = text.split(SPACES, -1);
        if (Arrays.stream(parts).allMatch(String::isEmpty)) {
            return Optional.of("is empty: map an attribute that every user has");
        }
        if (parts[0].isEmpty() || parts[parts.length - 1].isEmpty()) {
            return Optional.of("begins or ends with a space: remove it");
        }
        return Arrays.stream(parts)
                .map(PreparedName::refusalOfPart)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Whether it is all visible ASCII, which a name may have whatever else is in it (RFC 8264 §9.11). Most names are,
    /// and asking the library about each of their characters takes longer than all other checks of a user.
    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    private static Optional<String> refusalOfPart(String part) {
        var disallowed = Normalizer.normalize(part, Normalizer.Form.NFC)
                .codePoints()
                .filter(PreparedName::isDisallowed)
                .findFirst();
        if (disallowed.isPresent()) {
            return Optional.of(disallowed(disallowed.getAsInt()));
        }
        try {
            PROFILE.enforce(part);
            return Optional.empty();
        } catch (InvalidDirectionalityException _) {
            return Optional.of("mixes letters that are written from right to left with others,"
                    + " or has a sign at its beginning or end beside such letters: map another attribute");
        } catch (InvalidCodePointException _) {
            return Optional.of("holds characters that user names may not have: remove them");
        }
    }

    // Default-ignorable marks of newer Unicode versions, which the library takes for marks that are seen.
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0x180F || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
    }

    private static boolean isDisallowed(int codePoint) {
        if (isInvisible(codePoint)) {
            return true;
        }
        try {
            PROFILE.prepare(Character.toString(codePoint));
            return false;
        } catch (InvalidCodePointException _) {
            return true;
        }
    }

    private static String disallowed(int codePoint) {
        var name = Character.getName(codePoint);
        return "holds U+%04X%s, which user names may not have: remove it"
                .formatted(codePoint, name == null ? "" : " (" + name + ")");
    }
}
