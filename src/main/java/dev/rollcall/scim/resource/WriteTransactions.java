package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.sql.DuplicateKeyException;
import dev.rollcall.sql.Transactions;
import dev.rollcall.sql.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;

/// Runs writes to resources as {@link Transactions}, and says in SCIM's words what they fail with.
@ApplicationScoped
class WriteTransactions {
    private final Transactions transactions;

    WriteTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Sends what the running transaction has written so far.
    void send() {
        transactions.send();
    }

    /// Runs `work`, which must not keep anything of an earlier attempt.
    ///
    /// @param uniqueKeys the attribute behind each unique key that the work can violate, by the name of the key
    /// @throws ScimException what the work throws; 409 `uniqueness`; 503
    <T> T run(Map<String, String> uniqueKeys, Supplier<T> work) {
        try {
            return transactions.write(work);
        } catch (DuplicateKeyException duplicate) {
            var attribute = uniqueKeys.get(duplicate.key());
            throw attribute == null ? duplicate : ScimException.uniqueness(attribute);
        } catch (UnavailableException unavailable) {
            throw ScimException.unavailable(unavailable.why());
        }
    }
}
