package dev.rollcall.api.change;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Removes kept answers that are too old, on whichever replica comes to it.
@ApplicationScoped
class Sweep {
    private final KeptAnswers answers;

    Sweep(KeptAnswers answers) {
        this.answers = answers;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        answers.removeOld();
    }
}
