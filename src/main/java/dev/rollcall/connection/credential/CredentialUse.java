package dev.rollcall.connection.credential;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a credential was used from.
///
/// @param address of the caller, as the settings for proxies say; null where there is none
/// @param product as the caller names itself (`User-Agent`), cut and without control characters; null where it does
///     not
public record CredentialUse(
        @Nullable String address, @Nullable String product) {
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_PRODUCT = 200;

    public CredentialUse {
        address = shown(address, LONGEST_ADDRESS);
        product = shown(product, LONGEST_PRODUCT);
    }

    private static @Nullable String shown(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var shown = text.codePoints()
                .map(codePoint -> isShown(codePoint) ? codePoint : ' ')
                .limit(longest)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        return shown.isEmpty() ? null : shown;
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
