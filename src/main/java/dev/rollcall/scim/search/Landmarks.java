package dev.rollcall.scim.search;

import dev.rollcall.scim.persistence.ResourceSearch;
import dev.rollcall.scim.persistence.ResourceState;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.total.ResourceTotals;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.Sql.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Finds the place of a match by its number, without going there from the beginning each time: a replica remembers
/// every so many places that it has passed. They hold until somebody is deleted or changes the state; who is
/// created stands behind all of them.
@ApplicationScoped
class Landmarks {
    private static final int STRIDE = 10_000;
    private static final int ORGANIZATIONS = 64;

    // The triggers count what happens to those whose identifiers are older than an hour. Ten minutes are for clocks
    // that
    // differ, and for transactions that last.
    private static final Duration SETTLED = Duration.ofMinutes(70);
    private static final int BITS_BEHIND_TIME = 16;

    private final ResourceSearch resources;
    private final ResourceTotals totals;
    private final Sql sql;
    private final Clock clock;
    private final int stride;
    private final Map<Key, Known> known = Collections.synchronizedMap(new Latest());

    @Inject
    Landmarks(ResourceSearch resources, ResourceTotals totals, Sql sql, Clock clock) {
        this(resources, totals, sql, clock, STRIDE);
    }

    Landmarks(ResourceSearch resources, ResourceTotals totals, Sql sql, Clock clock, int stride) {
        this.resources = resources;
        this.totals = totals;
        this.sql = sql;
        this.clock = clock;
        this.stride = stride;
    }

    private record Key(UUID organizationId, String type, ResourceState state) {
        private static Key of(Search search) {
            var type = search.types().getFirst();
            return new Key(
                    search.organizationId(),
                    type.table().type().name(),
                    type.table().state(type.condition()).orElseThrow());
        }
    }

    /// The places by their numbers, all of one moment.
    private record Known(long shifts, SortedMap<Long, UUID> places) {}

    private static final class Latest extends LinkedHashMap<Key, Known> {
        private static final long serialVersionUID = 1;
        private static final float LOAD = 0.75f;

        private Latest() {
            super(ORGANIZATIONS, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > ORGANIZATIONS;
        }
    }

    /// Whether they are of any use to a search: to all resources of a type, or of a state, as they were created.
    static boolean serve(Search search) {
        return !search.sorted() && !search.descending() && ResourceSearch.isWalkedAlongAnIndex(search);
    }

    /// The place of a match, counted from 1, at one moment; empty where there are fewer.
    ///
    /// @param search one that they {@link #serve}
    Optional<Position> place(Search search, long number) {
        var found = new AtomicReference<@Nullable Position>();
        try {
            sql.snapshot(snapshot -> found.set(place(snapshot, search, number)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(found.get());
    }

    private @Nullable Position place(Snapshot snapshot, Search search, long number) {
        var kept = totals.of(snapshot, search);
        var behindIt = kept.total() - number;
        if (behindIt < 0) {
            return null;
        }
        if (behindIt < stride) {
            return passed(snapshot, search, new Slice(null, true, behindIt, 1));
        }
        var key = Key.of(search);
        var before = known.get(key);
        var places = new TreeMap<Long, UUID>();
        if (before != null && before.shifts == kept.shifts()) {
            places.putAll(before.places);
        }
        var place = walked(snapshot, search, places, number);
        known.put(key, new Known(kept.shifts(), places));
        return place;
    }

    private @Nullable Position walked(Snapshot snapshot, Search search, SortedMap<Long, UUID> places, long number) {
        var nearer = places.headMap(number);
        var at = nearer.isEmpty() ? 0 : nearer.lastKey();
        var from = nearer.isEmpty() ? null : new Position(null, Objects.requireNonNull(nearer.get(at)));
        while (number - at > stride) {
            from = passed(snapshot, search, new Slice(from, false, stride - 1L, 1));
            if (from == null) {
                return null;
            }
            at += stride;
            if (isSettled(from.id())) {
                places.put(at, from.id());
            }
        }
        return passed(snapshot, search, new Slice(from, false, number - at - 1, 1));
    }

    private @Nullable Position passed(Snapshot snapshot, Search search, Slice slice) {
        return resources.place(snapshot, search, slice).orElse(null);
    }

    private boolean isSettled(UUID id) {
        var made = id.getMostSignificantBits() >>> BITS_BEHIND_TIME;
        return made < clock.millis() - SETTLED.toMillis();
    }
}
