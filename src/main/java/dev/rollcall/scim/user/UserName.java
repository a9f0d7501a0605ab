package dev.rollcall.scim.user;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.user.rules.PlainName;

/// A userName as it was sent, and the key by which it is found and kept unique (RFC 7643 §4.1.1). A name that
/// is empty or too long is `invalidValue`. Which characters it may have is said in {@link
/// dev.rollcall.scim.user.rules}.
record UserName(String text, String key) {
    private static final int MAX_LENGTH = 255;
    private static final int MAX_KEY_LENGTH = 512;

    UserName {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH
                || key.codePointCount(0, key.length()) > MAX_KEY_LENGTH) {
            throw ScimException.invalidValue(
                    "userName", "is longer than " + MAX_LENGTH + " characters: map a shorter one");
        }
        if (key.isBlank()) {
            throw ScimException.invalidValue("userName", "is empty: map an attribute that every user has");
        }
    }

    /// The key of the name that a reader would take this one for.
    String plainKey() {
        return Folding.fold(PlainName.of(text));
    }

    static UserName of(ScimValue.Complex attributes) {
        if (attributes.find("userName") instanceof ScimValue.Text(var text)) {
            return new UserName(text, Folding.fold(text));
        }
        throw ScimException.invalidValue("userName", "is required: send a value that is not empty");
    }
}
