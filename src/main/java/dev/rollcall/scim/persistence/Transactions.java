package dev.rollcall.scim.persistence;

import dev.rollcall.scim.error.ScimException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs a write as one transaction. Work that lost against another writer (a version race, a deadlock, a failed
/// certification) is done again from its beginning, after a short random pause; a conditional request then
/// finds the other version and is refused.
@ApplicationScoped
public class Transactions {
    /// How often work is tried before the client is asked to come again.
    static final int ATTEMPTS = 8;

    private static final long FIRST_PAUSE_MILLIS = 4;

    Transactions() {}

    /// Runs `work`, which must not keep anything of an earlier attempt.
    ///
    /// @param uniqueKeys the attribute behind each unique key that the work can violate, by the name of the key
    /// @throws ScimException what the work throws; 409 `uniqueness`; 503 where the conflict lasts or the
    /// database is away
    public <T> T write(Map<String, String> uniqueKeys, Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException failure) {
                var refusal = refusal(uniqueKeys, failure, attempt);
                if (refusal != null) {
                    throw refusal;
                }
                pause(attempt);
            }
        }
    }

    private static @Nullable RuntimeException refusal(
            Map<String, String> uniqueKeys, RuntimeException failure, int attempt) {
        var key = DatabaseFailure.violatedKey(failure);
        if (key.isPresent() && uniqueKeys.containsKey(key.get())) {
            return ScimException.uniqueness(uniqueKeys.get(key.get()));
        }
        if (!DatabaseFailure.isConflict(failure)) {
            return DatabaseFailure.isUnavailable(failure) ? DatabaseFailure.unavailable(failure) : failure;
        }
        return attempt < ATTEMPTS ? null : ScimException.unavailable("Other writers keep changing this resource");
    }

    private static void pause(int attempt) {
        var longest = FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest)));
    }
}
