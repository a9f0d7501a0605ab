package dev.rollcall.scim.bulk;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.web.Incidents;
import java.util.Optional;

/// Whether the database is away, as far as the last operations of a request can tell. It is not asked again
/// for each of a thousand.
final class BulkOutage {
    static final int UNAVAILABLE = 503;

    private static final int MOST_UNAVAILABLE = 3;

    private int unavailable;

    /// Does the work, unless the database is away.
    ///
    /// @return why it was refused; nothing where it was done
    Optional<ScimException> refusal(Runnable work) {
        if (unavailable >= MOST_UNAVAILABLE) {
            return Optional.of(ScimException.unavailable("The service cannot reach its database"));
        }
        try {
            work.run();
            return Optional.empty();
        } catch (ScimException refusal) {
            return Optional.of(refusal);
        } catch (RuntimeException failure) {
            return Optional.of(ScimException.status(500, Incidents.sentence(Incidents.logged(failure))));
        }
    }

    void note(BulkOutcome outcome) {
        unavailable = outcome instanceof BulkOutcome.Refused(var refusal) && refusal.status() == UNAVAILABLE
                ? unavailable + 1
                : 0;
    }
}
