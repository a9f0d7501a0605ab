package dev.rollcall.security.session;

import dev.rollcall.sql.Transacted;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/// Removes sessions that nobody can use any more, some days after: until then it can be seen where they came from.
@ApplicationScoped
class ExpiredSessions {
    private static final Duration KEPT = Duration.ofDays(7);

    private final SessionRepository sessions;
    private final Clock clock;

    ExpiredSessions(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Replicas may do it at the same time.
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transacted
    void sweep() {
        sessions.deleteExpired(clock.millis() - KEPT.toMillis());
    }
}
