package dev.rollcall.access.seat;

import dev.rollcall.sql.UnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Counts the seats of organizations with a new limit once more, when every replica knows of it: until then one that
/// did
/// not may have let somebody in without a seat.
@ApplicationScoped
class SeatRecounts {
    private static final Logger LOG = Logger.getLogger(SeatRecounts.class);

    private final Seats seats;

    SeatRecounts(Seats seats) {
        this.seats = seats;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            seats.due().forEach(seats::recount);
        } catch (UnavailableException e) {
            LOG.warnf("Seats are counted later: %s", e.why());
        }
    }
}
