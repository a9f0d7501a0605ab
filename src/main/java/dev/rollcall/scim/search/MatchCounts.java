package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.persistence.ResourceSearch;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.protocol.ListResponse;
import dev.rollcall.scim.total.ResourceTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/// How many resources match: as it is kept, or else counted.
@ApplicationScoped
class MatchCounts {
    private final ResourceSearch resources;
    private final ResourceTotals totals;
    private final Candidates candidates;
    private final LimitsConfig limits;
    private final PaginationConfig pagination;

    MatchCounts(ResourceSearch resources, ResourceTotals totals, LimitsConfig limits, PaginationConfig pagination) {
        this.resources = resources;
        this.totals = totals;
        this.candidates = new Candidates(totals);
        this.limits = limits;
        this.pagination = pagination;
    }

    /// Among how many resources a search looks where no index serves it.
    long candidates(Search search) {
        return candidates.of(search);
    }

    /// The number of matches.
    long all(Search search) {
        return totals.of(search).orElseGet(() -> resources.count(search, 0));
    }

    /// The number of matches as the first page of a walk by cursor tells it: to count a million takes longer than to
    /// read the page, and a client that walks need not know (RFC 9865 §2).
    long ofWalk(Search search) {
        var most = pagination.countedMatches();
        var counted = resources.count(search, most > 0 ? most + 1L : 0);
        return most > 0 && counted > most ? ListResponse.UNCOUNTED : counted;
    }

    /// The number of matches where it has a limit, which is looked at first.
    ///
    /// @throws ScimException `tooMany`
    OptionalLong limited(Search search) {
        var most = limits.maxMatches();
        if (most <= 0) {
            return OptionalLong.empty();
        }
        var counted = totals.of(search).orElseGet(() -> resources.count(search, most + 1L));
        if (counted > most) {
            throw ScimException.of(
                    ScimType.TOO_MANY, "More than " + most + " resources match: narrow the query with a filter");
        }
        return OptionalLong.of(counted);
    }
}
