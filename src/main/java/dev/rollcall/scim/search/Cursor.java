package dev.rollcall.scim.search;

import dev.rollcall.scim.persistence.Search.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place between two pages of a query, and all it takes to go on from there.
///
/// @param walk which query it belongs to
/// @param expires when it ends
/// @param count the size of its pages
/// @param total how many resources matched when the first page was read, or that nobody counted them
/// @param from the resource that the page stands behind, or before; null for the first page
/// @param backwards whether the page stands before it
record Cursor(
        Walk walk,
        Instant expires,
        int count,
        long total,
        @Nullable Position from,
        boolean backwards) {

    /// A query of a client: a cursor is good for the one that it came from and for no other.
    ///
    /// @param query a digest of the endpoint, the parameters and the mode
    record Walk(UUID organizationId, UUID connectionId, String query) {}

    /// This cursor with another end.
    Cursor expiring(Instant when) {
        return new Cursor(walk, when, count, total, from, backwards);
    }

    /// The cursor for the page next to this one.
    Cursor next(Position last) {
        return new Cursor(walk, expires, count, total, last, false);
    }

    /// The cursor for the page before.
    Cursor previous(Position first) {
        return new Cursor(walk, expires, count, total, first, true);
    }

    /// The cursor for the first page.
    Cursor first() {
        return new Cursor(walk, expires, count, total, null, false);
    }

    boolean isFirst() {
        return from == null;
    }
}
