package dev.rollcall.api.catalogue;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import dev.rollcall.sql.ResourceIds;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the identifiers among the parameters of a query, and says of all that are none that they are none.
public final class QueryIds {
    private final List<Violation> wrong = new ArrayList<>();

    /// The identifier that was given, if any.
    public @Nullable UUID read(String parameter, @Nullable String given) {
        if (given == null) {
            return null;
        }
        var id = ResourceIds.parse(given);
        if (id.isEmpty()) {
            wrong.add(new Violation(parameter, "'" + parameter + "' is an identifier: a UUID in small letters."));
        }
        return id.orElse(null);
    }

    /// Ends the reading.
    ///
    /// @throws RefusedException where something that was given is no identifier
    public void requireAllRead() {
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
    }
}
