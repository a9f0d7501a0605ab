package dev.rollcall.security.throttling;

import dev.rollcall.api.problem.Problem;
import dev.rollcall.api.problem.ProblemKind;
import dev.rollcall.fairness.Crowd;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/// Answers to what comes too often (RFC 6585 §4).
public final class TooMany {
    private TooMany() {}

    /// To a proof that is wrong, after many of them.
    public static Response failures(Duration wait) {
        return answer("Too many wrong tokens, sessions or links came from this address.", wait);
    }

    static Response requests(Duration wait) {
        return answer("This token or session has sent too many requests.", wait);
    }

    static Response atOnce(Crowd crowd) {
        return answered(crowd.sentence(), Crowd.RETRY_AFTER_SECONDS);
    }

    private static Response answer(String sentence, Duration wait) {
        var seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000));
        return answered(sentence + " Try again in " + seconds + " s.", seconds);
    }

    private static Response answered(String sentence, long seconds) {
        return Problem.of(ProblemKind.TOO_MANY_REQUESTS, sentence)
                .answer()
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
