package dev.rollcall.scim.user.rules;

import java.util.Optional;
import rocks.xmpp.precis.PrecisProfiles;

/// A password of the profile OpaqueString (RFC 8265 §4.2) with at least so many characters. No refusal tells
/// anything of the password but its lack.
final class PasswordPolicy implements ValueRule {
    private final int minLength;

    PasswordPolicy(int minLength) {
        this.minLength = minLength;
    }

    @Override
    public Optional<String> refusal(String text) {
        try {
            var prepared = PrecisProfiles.OPAQUE_STRING.enforce(text);
            return prepared.codePointCount(0, prepared.length()) >= minLength
                    ? Optional.empty()
                    : Optional.of("is too short: send at least " + minLength + " characters");
        } catch (IllegalArgumentException _) {
            return Optional.of("holds control characters or others that cannot be seen: send a password without");
        }
    }
}
