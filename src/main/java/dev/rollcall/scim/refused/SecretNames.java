package dev.rollcall.scim.refused;

import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By which words secrets are known: names of attributes that nobody may read, and what else people call secrets. Text
/// is looked at in whatever spelling a reader could take for such a word.
record SecretNames(Set<String> words) {
    private static final List<String> ALWAYS =
            List.of("password", "passwd", "secret", "token", "credential", "authorization", "bearer");
    // Three parts of a signed token, or what begins like one.
    private static final Pattern TOKEN = Pattern.compile("ey[-A-Za-z0-9_]{10,}");

    SecretNames {
        words = Set.copyOf(words);
    }

    static SecretNames of(@Nullable ResourceType type) {
        var words = new HashSet<>(ALWAYS);
        if (type != null) {
            type.attributes().stream()
                    .filter(SecretNames::isSecret)
                    .map(path -> plain(path.attribute().name()))
                    .forEach(words::add);
        }
        return new SecretNames(words);
    }

    private static boolean isSecret(ResolvedAttribute path) {
        return path.attribute().mutability() == Mutability.WRITE_ONLY
                || path.attribute().returned() == Returned.NEVER
                || path.attribute().subAttributes().stream()
                        .anyMatch(sub -> sub.mutability() == Mutability.WRITE_ONLY || sub.returned() == Returned.NEVER);
    }

    /// Whether a text names a secret, or is one by its form.
    boolean in(String text) {
        var plain = plain(text);
        return words.stream().anyMatch(plain::contains) || TOKEN.matcher(text).find();
    }

    // Letters and digits only, so that a zero-width space or a hyphen hides nothing.
    private static String plain(String text) {
        var folded = Folding.fold(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
