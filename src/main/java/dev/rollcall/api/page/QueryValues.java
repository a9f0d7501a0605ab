package dev.rollcall.api.page;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a query by which a list is filtered, and remembers all that are wrong, so that they are said
/// at once.
/// What was not given, or is wrong, is null.
public final class QueryValues {
    private final List<RefusedException.Violation> wrong = new ArrayList<>();

    /// Remembers that a parameter is wrong.
    public void refuse(String name, String sentence) {
        wrong.add(new RefusedException.Violation(name, sentence));
    }

    /// Ends the reading.
    ///
    /// @throws RefusedException naming all that were wrong
    public void check() {
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
    }

    /// A time with its offset from UTC; one before 1970 is 1970.
    public @Nullable Instant time(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            // A plus sign that nobody has encoded arrives as a blank.
            var time = OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
            // What has no milliseconds since 1970 is no time of a call.
            return time.toEpochMilli() < 0 ? Instant.EPOCH : time;
        } catch (DateTimeException | ArithmeticException _) {
            refuse(name, "'" + name + "' is a time such as 2030-01-31T12:00:00Z.");
            return null;
        }
    }

    /// An identifier.
    public @Nullable UUID id(String name, @Nullable String given) {
        return id(name, given, "an id, a UUID in lower case");
    }

    /// The identifier of something.
    ///
    /// @param what what it is, for whoever has given something else
    public @Nullable UUID id(String name, @Nullable String given, String what) {
        if (given == null) {
            return null;
        }
        var id = ResourceIds.parse(given);
        if (id.isEmpty()) {
            refuse(name, "'" + name + "' is " + what + ".");
        }
        return id.orElse(null);
    }

    /// A whole number within bounds.
    public @Nullable Integer number(String name, @Nullable String given, int least, int most) {
        if (given == null) {
            return null;
        }
        if (given.matches("[0-9]{1,9}")) {
            var number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        }
        refuse(name, "'" + name + "' is a number from " + least + " to " + most + ".");
        return null;
    }
}
