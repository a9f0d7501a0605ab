package dev.rollcall.access.seat;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.EventKind;
import dev.rollcall.scim.resource.WriteGuard;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Gives active users their seats, and refuses the one who would be too many. Groups need none.
@ApplicationScoped
class SeatGuard implements WriteGuard {
    private static final int FORBIDDEN = 403;
    private static final ScimValue INACTIVE = ScimValue.of(false);

    private final Seats seats;
    private final KeptSeats kept;

    SeatGuard(Seats seats, KeptSeats kept) {
        this.seats = seats;
        this.kept = kept;
    }

    @Override
    public void check(Writer writer, EventKind kind, ScimResource resource) {
        if (writer.members().seatLimit() == null || !resource.type().name().equals("User")) {
            return;
        }
        var isActive = !INACTIVE.equals(resource.attributes().find("active"));
        switch (kind) {
            case CREATED -> {
                if (isActive) {
                    take(writer, resource);
                }
            }
            case ENABLED -> take(writer, resource);
            case DISABLED -> seats.release(writer.organizationId());
            case DELETED -> {
                if (isActive) {
                    seats.release(writer.organizationId());
                }
            }
            case UPDATED -> {}
        }
    }

    private void take(Writer writer, ScimResource resource) {
        if (kept.use(UUID.fromString(resource.id()))) {
            return;
        }
        seats.fullAt(writer.organizationId()).ifPresent(limit -> {
            throw ScimException.status(
                    FORBIDDEN,
                    "All " + limit + " seats of the organization are taken, so that nobody can be added or enabled."
                            + " Disable or delete somebody who does not need one, here or under People in the service,"
                            + " or ask its support for more seats; then provision this user again.");
        });
    }
}
