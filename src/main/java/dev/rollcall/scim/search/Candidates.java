package dev.rollcall.scim.search;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.total.ResourceTotals;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How many resources an organization has of the types of a search, whatever its conditions, as it was a minute ago at
/// the most: a search that no index serves is one statement, and this is to add none.
final class Candidates {
    private static final int MOST_KNOWN = 1_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final ResourceTotals totals;
    private final Map<Key, Known> known = Collections.synchronizedMap(new Latest());

    Candidates(ResourceTotals totals) {
        this.totals = totals;
    }

    private record Key(UUID organizationId, List<String> types) {
        private static Key of(Search search) {
            return new Key(
                    search.organizationId(),
                    search.types().stream()
                            .map(type -> type.table().type().name())
                            .toList());
        }
    }

    private record Known(long resources, long nanos) {
        private boolean isRecent() {
            return System.nanoTime() - nanos < KNOWN_FOR.toNanos();
        }
    }

    private static final class Latest extends LinkedHashMap<Key, Known> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST_KNOWN;
        }
    }

    long of(Search search) {
        var key = Key.of(search);
        var before = known.get(key);
        if (before != null && before.isRecent()) {
            return before.resources;
        }
        var counted = counted(search);
        // Put in anew, it is the last that is forgotten.
        known.remove(key);
        known.put(key, new Known(counted, System.nanoTime()));
        return counted;
    }

    private long counted(Search search) {
        var types = search.types().stream()
                .map(type -> new Search.OfType(type.table(), Condition.ALL, null))
                .toList();
        return totals.of(new Search(search.organizationId(), search.baseUri(), types, false, false))
                .orElseThrow();
    }
}
