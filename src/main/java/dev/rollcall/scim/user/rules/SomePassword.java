package dev.rollcall.scim.user.rules;

import java.util.Optional;

/// A password of at least one character.
final class SomePassword implements ValueRule {
    @Override
    public Optional<String> refusal(String text) {
        return text.isEmpty() ? Optional.of("is empty: send a password, or leave the attribute out") : Optional.empty();
    }
}
