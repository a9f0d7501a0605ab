package dev.rollcall.access.person;

import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/// What is due, on whichever replica comes to it, in slices: people who are users as well become one, deleted ones
/// whose
/// time is over are forgotten. People who were added a moment ago are looked at each time,
/// and some of the others in turn.
@ApplicationScoped
class PeopleSweep {
    private static final Logger LOG = Logger.getLogger(PeopleSweep.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final int SLICE = 500;
    private static final int OTHERS_IN_TURN = 4;
    private static final int RANDOM_BITS = 16;

    private final Overlaps overlaps;
    private final DeletedPeople deleted;
    private final Clock clock;
    private volatile UUID position = FIRST;

    PeopleSweep(Overlaps overlaps, DeletedPeople deleted, Clock clock) {
        this.overlaps = overlaps;
        this.deleted = deleted;
        this.clock = clock;
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            joinRecent();
            joinOthers();
            deleted.forgetDue();
        } catch (UnavailableException e) {
            LOG.warnf("What is due of people is done later: %s", e.why());
        }
    }

    private void joinRecent() {
        var last = first(clock.instant().minus(RECENT).toEpochMilli());
        do {
            last = join(last);
        } while (!last.equals(FIRST));
    }

    private void joinOthers() {
        for (var slice = 0; slice < OTHERS_IN_TURN; slice++) {
            position = join(position);
            if (position.equals(FIRST)) {
                return;
            }
        }
    }

    /// @return the last of the slice; the beginning where there is nobody behind it
    private UUID join(UUID after) {
        var slice = overlaps.people(after, SLICE);
        overlaps.of(slice).forEach(overlaps::join);
        return slice.size() < SLICE ? FIRST : slice.getLast();
    }

    /// The least identifier of a time.
    private static UUID first(long millis) {
        return new UUID(Math.max(0, millis) << RANDOM_BITS, 0);
    }
}
