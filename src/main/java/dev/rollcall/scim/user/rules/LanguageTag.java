package dev.rollcall.scim.user.rules;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/// One language tag of RFC 5646, for `locale` (RFC 7643 §4.1.1). Platforms write `_` where the tag has `-`;
/// that is accepted.
final class LanguageTag implements ValueRule {
    private static final int MAX_LENGTH = 100;

    @Override
    public Optional<String> refusal(String text) {
        return isTag(text.replace('_', '-'))
                ? Optional.empty()
                : Optional.of("is no language tag: send one, such as en-US");
    }

    private static boolean isTag(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        try {
            var _ = new Locale.Builder().setLanguageTag(text);
            return true;
        } catch (IllformedLocaleException _) {
            return false;
        }
    }
}
