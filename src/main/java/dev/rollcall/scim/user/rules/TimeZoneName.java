package dev.rollcall.scim.user.rules;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A name of the IANA time zone database in any letter case, for `timezone` (RFC 7643 §4.1.1). The names are
/// those of the Java runtime.
final class TimeZoneName implements ValueRule {
    private final Set<String> names = ZoneId.getAvailableZoneIds().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public Optional<String> refusal(String text) {
        return names.contains(text.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("is no time zone: send a name of the IANA database, such as America/Los_Angeles");
    }
}
