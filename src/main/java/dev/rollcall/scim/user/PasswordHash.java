package dev.rollcall.scim.user;

import dev.rollcall.scim.values.SecretHash;
import rocks.xmpp.precis.PrecisProfiles;

/// Hashes passwords. They are prepared as RFC 8265 §4.2 (OpaqueString) says: other spaces become U+0020, then
/// NFC. One that the profile refuses counts as it was sent.
final class PasswordHash {
    private PasswordHash() {}

    /// A hash of the password, with a fresh salt.
    static String of(String password) {
        return SecretHash.of(prepared(password));
    }

    /// True where `hash` was made from this password.
    static boolean matches(String password, String hash) {
        return SecretHash.matches(prepared(password), hash);
    }

    private static String prepared(String password) {
        try {
            return PrecisProfiles.OPAQUE_STRING.enforce(password);
        } catch (IllegalArgumentException _) {
            return password;
        }
    }
}
