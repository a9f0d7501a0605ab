package dev.rollcall.scim.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The dateTime of RFC 7643 §2.3.5: an xsd:dateTime of the years 0001 to 9999 with date and time, to the
/// nanosecond. Without an offset it is taken as UTC.
public final class DateTimes {
    private static final Pattern SYNTAX =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(Z|[-+]\\d\\d:\\d\\d)?");
    private static final DateTimeFormatter KEY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private DateTimes() {}

    /// The instant that `text` names; empty where it is no dateTime.
    public static Optional<Instant> parse(String text) {
        var syntax = SYNTAX.matcher(text);
        if (!syntax.matches()) {
            return Optional.empty();
        }
        try {
            var instant = syntax.group(2) == null
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(FIRST) || !instant.isBefore(END) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A text of fixed width whose order is that of the instants.
    static String key(Instant instant) {
        return KEY.format(instant);
    }

    /// The form in which the service writes its own times, in UTC to the millisecond.
    public static String print(Instant instant) {
        return MILLIS.format(instant);
    }
}
