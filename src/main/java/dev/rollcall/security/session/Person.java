package dev.rollcall.security.session;

import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Somebody of an organization.
///
/// @param email in small letters: by it people are told apart
/// @param name as others call the person
public record Person(String email, String name) {
    /// The most characters of an address (RFC 5321 §4.5.3.1.3, without its brackets).
    public static final int LONGEST_EMAIL = 254;

    // Whether there is such a mailbox, nobody can tell from its form.
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cf}]{1,64}@[^\\s@\\p{Cntrl}\\p{Cf}]+\\.[^\\s@\\p{Cntrl}\\p{Cf}]+");

    /// Checks both.
    ///
    /// @throws RefusedException if one of them cannot be what it is called
    public static Person of(String email, String name) {
        var stripped = email.strip();
        if (stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches()) {
            throw RefusedException.invalid(
                    "The e-mail of a person is an address such as barbara@example.com, of at most " + LONGEST_EMAIL
                            + " characters.");
        }
        return new Person(stripped.toLowerCase(Locale.ROOT), Names.checked("a person", name));
    }
}
