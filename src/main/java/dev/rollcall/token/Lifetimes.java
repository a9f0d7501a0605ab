package dev.rollcall.token;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.refusal.RefusedException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// The rules for what a new credential may do, and for how long.
public final class Lifetimes {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Lifetimes() {}

    /// Refuses a credential that may do nothing, or whose life is out of bounds.
    ///
    /// @param what as the beginning of a sentence
    /// @throws RefusedException {@link RefusedException.Kind#INVALID}
    public static void requirePossible(String what, Set<Scope> scopes, Duration lifetime, Duration longest) {
        if (scopes.isEmpty()) {
            throw RefusedException.invalid(what + " needs a scope: " + Scope.format(Set.of(Scope.values())) + ".");
        }
        requireWithin(what, lifetime, longest);
    }

    /// Refuses a life that is out of bounds.
    ///
    /// @param what as the beginning of a sentence
    /// @throws RefusedException {@link RefusedException.Kind#INVALID}
    public static void requireWithin(String what, Duration lifetime, Duration longest) {
        if (lifetime.compareTo(SECOND) < 0 || lifetime.compareTo(longest) > 0) {
            throw RefusedException.invalid(what + " lives between one second and " + longest.toDays() + " days.");
        }
    }

    /// For how long the successor of this one lives. A token counts whole seconds, and what was cut off for that is
    /// added again.
    public static Duration next(Credential old) {
        return old.lifetime().plus(SECOND.minusMillis(1)).truncatedTo(ChronoUnit.SECONDS);
    }
}
