package dev.rollcall.scim.user.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A URL: an absolute URI that says where something is (RFC 7643 §4.1.1, §4.1.2).
final class AbsoluteUrl implements ValueRule {
    @Override
    public Optional<String> refusal(String text) {
        return isUrl(text)
                ? Optional.empty()
                : Optional.of("is no URL: send a whole one, such as https://example.com/jensen");
    }

    private static boolean isUrl(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "http", "https" -> uri.getHost() != null || uri.getRawAuthority() != null;
                // One letter is the drive of a Windows path.
                default -> scheme.length() > 1;
            };
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
