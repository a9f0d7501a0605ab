package dev.rollcall.resilience;

import dev.rollcall.scim.conformance.http.Answer;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.function.Supplier;

/// What a client knows of a write after it was sent.
///
/// @param knowledge whether it was done
/// @param answer what came back, if anything
public record Outcome(Knowledge knowledge, Optional<Answer> answer) {
    /// Whether a write was done.
    public enum Knowledge {
        DONE,
        NOT_DONE,
        NOBODY_KNOWS
    }

    /// Sends the request.
    ///
    /// @throws AssertionError for an answer that is neither success nor 503
    public static Outcome of(Supplier<Answer> request) {
        try {
            var answer = request.get();
            return new Outcome(knowledge(answer.status(), answer.text()), Optional.of(answer));
        } catch (UncheckedIOException e) {
            var nobodyListens = e.getCause() instanceof ConnectException;
            return new Outcome(nobodyListens ? Knowledge.NOT_DONE : Knowledge.NOBODY_KNOWS, Optional.empty());
        }
    }

    /// What a status says, also that of one operation of a bulk request.
    ///
    /// @param text the body, for messages
    public static Knowledge knowledge(int status, String text) {
        if (status >= 200 && status < 300) {
            return Knowledge.DONE;
        }
        // Also where the database was lost only after the commit, before the answer was complete.
        if (status == 503) {
            return Knowledge.NOBODY_KNOWS;
        }
        throw new AssertionError("An answer that nobody expects: " + status + " " + text);
    }

    /// Notes it.
    public static void note(Ledger ledger, Knowledge knowledge, String resource, String state) {
        switch (knowledge) {
            case DONE -> ledger.acknowledged(resource, state);
            case NOBODY_KNOWS -> ledger.inDoubt(resource, state);
            case NOT_DONE -> {}
        }
    }
}
