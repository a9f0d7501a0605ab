package dev.rollcall.scim.search;

import dev.rollcall.startup.LimitBounds;
import jakarta.inject.Singleton;

/// Limits of paging that can be kept.
@Singleton
class PaginationBounds extends LimitBounds {
    PaginationBounds(PaginationConfig config) {
        checkCount("rollcall.pagination.counted-matches", config.countedMatches());
        check("rollcall.pagination.cursor-timeout", config.cursorTimeout());
    }
}
