package dev.rollcall.organization.domain;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The TXT record that proves a domain: its name stands below the domain, so that it can be there beside a CNAME of the
/// domain itself and be delegated.
///
/// @param name without a dot at its end
public record ProofRecord(String name, String value) {
    private static final String LABEL = "_rollcall-challenge.";
    private static final String KEY = "rollcall-domain-verification=";
    private static final int RANDOM_BYTES = 20;
    private static final int LONGEST_NAME = 253;

    /// The record of a domain.
    static ProofRecord of(String domain, String challenge) {
        return new ProofRecord(LABEL + domain, KEY + challenge);
    }

    /// A challenge that nobody can guess, 160 random bits.
    static String newChallenge() {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// Refuses a domain below which there is no room for the record.
    ///
    /// @throws RefusedException if the record's name would be too long
    static void requireRoom(DomainName domain) {
        var length = LABEL.length() + domain.ascii().length();
        if (length > LONGEST_NAME) {
            throw RefusedException.invalid(List.of(new Violation(
                    "name",
                    "The record that proves this domain would have a name of " + length
                            + " characters; DNS allows " + LONGEST_NAME
                            + ". Claim the domain above it, which includes it.")));
        }
    }
}
