package dev.rollcall.api.change;

import dev.rollcall.api.problem.ProblemException;
import dev.rollcall.api.problem.ProblemKind;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// The answers to requests that are to be done once, in the transaction of what they did. Who comes while another does
/// the same waits for it.
@ApplicationScoped
class KeptAnswers {
    /// How long an answer is kept.
    static final Duration KEPT = Duration.ofHours(24);

    private static final int SALT_BYTES = 16;
    private static final int SLICE = 1_000;

    private final Sql sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptAnswers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The answer that was given to this request; empty where this is the first of its key, which is taken now.
    ///
    /// @throws ProblemException where the key came with another request
    Optional<KeptAnswer> find(IdempotentRequest request) {
        var now = clock.millis();
        sql.update(SqlText.of(
                "DELETE FROM idempotent_request WHERE id = ? AND created < ?", request.id(), now - KEPT.toMillis()));
        var isFirst = sql.update(SqlText.of(
                        "INSERT IGNORE INTO idempotent_request (id, request, salt, created) VALUES (?, ?, ?, ?)",
                        request.id(),
                        request.digest(),
                        salt(),
                        now))
                == 1;
        return isFirst ? Optional.empty() : Optional.of(kept(request));
    }

    private KeptAnswer kept(IdempotentRequest request) {
        return sql
                .query(
                        SqlText.of("SELECT request, salt, answer FROM idempotent_request WHERE id = ?", (Object)
                                request.id()),
                        row -> judged(request, row.getBytes(1), row.getBytes(2), row.getBytes(3)))
                .stream()
                .findFirst()
                .orElseThrow(() -> new UnavailableException("Another request with the same key was in the way"));
    }

    private static KeptAnswer judged(IdempotentRequest request, byte[] digest, byte[] salt, byte[] answer) {
        if (!MessageDigest.isEqual(digest, request.digest())) {
            throw new ProblemException(
                    ProblemKind.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request within 24 hours: use a new one for a new request.");
        }
        return KeptAnswer.parse(AnswerSeal.opened(request, salt, answer));
    }

    /// Keeps the answer to the first request of a key.
    void keep(IdempotentRequest request, KeptAnswer answer) {
        var salt = salt();
        sql.update(SqlText.of(
                "UPDATE idempotent_request SET salt = ?, answer = ? WHERE id = ?",
                salt,
                AnswerSeal.sealed(request, salt, answer.text()),
                request.id()));
    }

    /// Removes those that are too old, some at a time.
    void removeOld() {
        var before = clock.millis() - KEPT.toMillis();
        while (sql.updateOrGiveWay(SqlText.of(
                        "DELETE FROM idempotent_request WHERE created < ? ORDER BY created LIMIT ?", before, SLICE))
                == SLICE) {
            // There may be more.
        }
    }

    private byte[] salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
