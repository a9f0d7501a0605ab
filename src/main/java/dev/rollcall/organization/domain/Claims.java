package dev.rollcall.organization.domain;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.DatabaseFailure;
import jakarta.persistence.PersistenceException;

/// How a claim that comes second is refused. The unique key of claimed names decides which that is, however many
/// replicas try at once.
final class Claims {
    private static final String NAME_OF_THE_ORGANIZATION = "domain_name";

    private Claims() {}

    /// Sends the changes to the database.
    ///
    /// @throws RefusedException if somebody else has the name now
    static void flush(DomainRepository domains, String name) {
        try {
            domains.flush();
        } catch (PersistenceException failure) {
            var key = DatabaseFailure.violatedKey(failure);
            if (key.isEmpty()) {
                throw failure;
            }
            throw key.get().equals(NAME_OF_THE_ORGANIZATION)
                    ? RefusedException.taken("The organization has " + name + " already.")
                    : takenByAnother(name);
        }
    }

    static RefusedException takenByAnother(String name) {
        return RefusedException.taken("Another organization has claimed " + name
                + ", and a domain belongs to one organization at a time. If it is yours, ask whoever runs this"
                + " service.");
    }
}
