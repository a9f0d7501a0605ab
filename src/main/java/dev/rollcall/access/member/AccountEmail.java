package dev.rollcall.access.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The e-mail by which a user of an identity provider signs in: the userName where it is an address, else the primary
/// e-mail, else one for work. The database reads it by the same rule for the defaults of domains.
final class AccountEmail {
    private AccountEmail() {}

    /// The e-mail of a user.
    ///
    /// @param attributes as the identity provider sent them
    static Optional<String> of(String userName, Map<String, ?> attributes) {
        if (isAddress(userName)) {
            return Optional.of(userName);
        }
        return find(attributes, true).or(() -> find(attributes, false));
    }

    private static Optional<String> find(Map<String, ?> attributes, boolean primary) {
        return attributes.get("emails") instanceof List<?> emails
                ? emails.stream()
                        .filter(email -> email instanceof Map<?, ?> one && (primary ? isPrimary(one) : isForWork(one)))
                        .map(email -> ((Map<?, ?>) email).get("value"))
                        .filter(value -> value instanceof String text && isAddress(text))
                        .map(String::valueOf)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isPrimary(Map<?, ?> email) {
        return Boolean.TRUE.equals(email.get("primary"));
    }

    private static boolean isForWork(Map<?, ?> email) {
        return email.get("type") instanceof String type && type.equalsIgnoreCase("work");
    }

    /// Whether it has a local part and a domain.
    static boolean isAddress(@Nullable String text) {
        if (text == null) {
            return false;
        }
        var at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1;
    }
}
