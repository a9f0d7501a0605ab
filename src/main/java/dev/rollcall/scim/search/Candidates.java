package dev.rollcall.scim.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.total.ResourceTotals;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// How many resources an organization has of the types of a search, whatever its conditions, as it was a minute ago at
/// the most: a search that no index serves is one statement, and this is to add none.
final class Candidates {
    private static final int MOST_KNOWN = 1_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final ResourceTotals totals;
    private final Cache<Key, Long> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .build();

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

    long of(Search search) {
        return known.get(Key.of(search), _ -> counted(search));
    }

    private long counted(Search search) {
        var types = search.types().stream()
                .map(type -> new Search.OfType(type.table(), Condition.ALL, null))
                .toList();
        return totals.of(new Search(search.organizationId(), search.baseUri(), types, false, false))
                .orElseThrow();
    }
}
