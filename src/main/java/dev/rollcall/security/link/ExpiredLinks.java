package dev.rollcall.security.link;

import dev.rollcall.sql.Transacted;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/// Removes links that nobody can use any more, some days after: until then it can be seen who was let in.
@ApplicationScoped
class ExpiredLinks {
    private static final Duration KEPT = Duration.ofDays(7);

    private final SetUpLinkRepository links;
    private final Clock clock;

    ExpiredLinks(SetUpLinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /// Replicas may do it at the same time.
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transacted
    void sweep() {
        links.deleteExpired(clock.millis() - KEPT.toMillis());
    }
}
