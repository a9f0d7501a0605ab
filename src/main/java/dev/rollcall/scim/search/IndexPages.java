package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.persistence.ResourceSearch;
import dev.rollcall.scim.persistence.ResourceSearch.Found;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.search.Cursor.Walk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Pages by `startIndex`. The page after one that was given begins behind its last resource, whatever was created
/// and deleted meanwhile and whichever replica gave it. Any other is looked for, along an index alone where one has the
/// order: from a landmark, or from the nearer end.
@ApplicationScoped
class IndexPages {
    private final ResourceSearch resources;
    private final MatchCounts matches;
    private final PageMarks marks;
    private final Landmarks landmarks;

    IndexPages(ResourceSearch resources, MatchCounts matches, PageMarks marks, Landmarks landmarks) {
        this.resources = resources;
        this.matches = matches;
        this.marks = marks;
        this.landmarks = landmarks;
    }

    /// A page of a query.
    ///
    /// @param total the number of all matches; at least as many as the client has to believe in to ask for
    /// what follows, where some of those before the page are gone
    record IndexPage(List<Found> found, long total) {}

    /// The page that begins at an index.
    ///
    /// @param startIndex 1 for the first match
    /// @throws ScimException `tooMany`
    IndexPage page(Search search, Walk walk, long startIndex, int count) {
        var limited = matches.limited(search);
        if (count == 0) {
            return new IndexPage(List.of(), limited.orElseGet(() -> matches.all(search)));
        }
        var rows = rows(search, walk, startIndex, count, limited);
        var page = rows.found.subList(0, Math.min(count, rows.found.size()));
        var isMore = rows.found.size() > count;
        var seen = startIndex - 1 + page.size();
        // Behind the last page, too, for whoever is created meanwhile; a list of one page is no walk.
        if (isMore || (startIndex > 1 && !page.isEmpty())) {
            marks.set(walk, seen + 1, page.getLast().position());
        }
        // A page that is not full ends the matches, so they need not be counted.
        var isEnd = rows.isCounted && !isMore && (startIndex == 1 || !page.isEmpty());
        var total = rows.total.orElseGet(() -> isEnd ? seen : matches.all(search));
        return new IndexPage(page, page.isEmpty() ? total : Math.max(total, isMore ? seen + 1 : seen));
    }

    /// What stands at an index, and one more, which tells whether there is a next page.
    ///
    /// @param total how many match, where that is known by now
    /// @param isCounted whether as many stand before it as the index says
    private record Rows(List<Found> found, OptionalLong total, boolean isCounted) {}

    private Rows rows(Search search, Walk walk, long startIndex, int count, OptionalLong limited) {
        if (startIndex == 1) {
            return new Rows(behind(search, null, count), limited, true);
        }
        var mark = marks.find(walk, startIndex);
        if (mark.isPresent()) {
            return new Rows(behind(search, mark.get(), count), limited, false);
        }
        if (!ResourceSearch.isWalkedAlongAnIndex(search)) {
            return new Rows(resources.slice(search, new Slice(null, false, startIndex - 1, count + 1)), limited, true);
        }
        var found = place(search, startIndex - 1)
                .map(place -> behind(search, place, count))
                .orElse(List.of());
        return new Rows(found, limited, true);
    }

    private List<Found> behind(Search search, @Nullable Position from, int count) {
        return resources.slice(search, new Slice(from, false, 0, count + 1));
    }

    private Optional<Position> place(Search search, long number) {
        if (Landmarks.serve(search)) {
            return landmarks.place(search, number);
        }
        var behindIt = matches.all(search) - number;
        if (behindIt < 0) {
            return Optional.empty();
        }
        var slice = number <= behindIt ? new Slice(null, false, number - 1, 1) : new Slice(null, true, behindIt, 1);
        return resources.place(search, slice);
    }
}
