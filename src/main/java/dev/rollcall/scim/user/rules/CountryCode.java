package dev.rollcall.scim.user.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A country code of ISO 3166-1 alpha-2, for `addresses.country` (RFC 7643 §4.1.2).
final class CountryCode implements ValueRule {
    // Kosovo has no code of the standard's own; this one, from its range for users, is what everybody writes.
    private static final String KOSOVO = "XK";

    private final Set<String> codes = Set.of(Locale.getISOCountries());

    @Override
    public Optional<String> refusal(String text) {
        return codes.contains(text) || text.equals(KOSOVO)
                ? Optional.empty()
                : Optional.of("is no country code: send the two letters of ISO 3166-1 in capitals, such as US;"
                        + " the name of the country can go into addresses.formatted");
    }
}
