package dev.rollcall.scim.user.rules;

import java.util.Optional;

/// A user name of which something can be seen.
final class VisibleName implements ValueRule {
    @Override
    public Optional<String> refusal(String text) {
        return PlainName.of(text).isEmpty()
                ? Optional.of("is empty: map an attribute that every user has")
                : Optional.empty();
    }
}
