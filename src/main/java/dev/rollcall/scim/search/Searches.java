package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.ReadyIndexes;
import dev.rollcall.scim.persistence.ResourceSearch;
import dev.rollcall.scim.persistence.ResourceSearch.Found;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.protocol.Answer;
import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.protocol.ListResponse;
import dev.rollcall.scim.search.Cursor.Walk;
import dev.rollcall.scim.security.ProvisioningClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers queries: by index unless the client asks for a cursor. A page is one statement, one more for the number of
/// matches, and by index one that looks where it begins and one that notes where the next one does, beside what derived
/// attributes take, and now and then what tells among how many a search without an index was.
@ApplicationScoped
public class Searches {
    private final ResourceSearch resources;
    private final ReadyIndexes indexes;
    private final IndexPages indexPages;
    private final MatchCounts matches;
    private final Cursors cursors;
    private final LimitsConfig limits;
    private final PaginationConfig pagination;
    private final SensitiveFilters sensitive;
    private final Projectors projectors;
    private final Clock clock;

    Searches(
            ResourceSearch resources,
            ReadyIndexes indexes,
            IndexPages indexPages,
            MatchCounts matches,
            Cursors cursors,
            LimitsConfig limits,
            PaginationConfig pagination,
            SensitiveFilters sensitive,
            Projectors projectors,
            Clock clock) {
        this.resources = resources;
        this.indexes = indexes;
        this.indexPages = indexPages;
        this.matches = matches;
        this.cursors = cursors;
        this.limits = limits;
        this.pagination = pagination;
        this.sensitive = sensitive;
        this.projectors = projectors;
        this.clock = clock;
    }

    /// Who asks where.
    ///
    /// @param baseUri the base URI of the service, without a trailing slash
    public record Asked(ProvisioningClient client, SearchScope scope, String baseUri) {}

    /// The list response to a query, however many match.
    ///
    /// @throws ScimException `invalidFilter`, `invalidValue`, `tooMany`, `invalidCursor`, `expiredCursor`,
    /// `invalidCount`, 403 `sensitive`
    public Answer answer(Asked asked, SearchMessage message) {
        if (message.cursor() != null && message.startIndex() != null) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, "'cursor' and 'startIndex' exclude each other: send one of them");
        }
        var sorting = Sorting.of(message, asked.scope());
        var conditions = new Conditions(asked.scope(), asked.client().tolerances(), message, sensitive);
        var search = search(asked, message, conditions, sorting);
        var walk = new Walk(
                asked.client().organizationId(),
                asked.client().connectionId(),
                Digest.of(asked, message, conditions, sorting));
        var answer = message.cursor() == null
                ? byIndex(asked, message, search, walk)
                : byCursor(asked, message, search, walk);
        ScannedRows.note(() -> matches.candidates(search));
        return answer;
    }

    private Search search(Asked asked, SearchMessage message, Conditions conditions, Sorting sorting) {
        var types = new ArrayList<Search.OfType>();
        for (var searched : asked.scope().types()) {
            var condition = conditions.on(searched.type());
            if (!condition.equals(Condition.NONE)) {
                var sortBy = sorting.attribute(searched.type()).orElse(null);
                var projector = projectors.reading(searched.type(), message.projection());
                types.add(new Search.OfType(
                        indexes.of(searched.table()), condition, sortBy, searched.beside(projector::mayShow)));
            }
        }
        return new Search(
                asked.client().organizationId(), asked.baseUri(), types, sorting.path() != null, sorting.descending());
    }

    private Answer byIndex(Asked asked, SearchMessage message, Search search, Walk walk) {
        var startIndex = message.firstIndex();
        var page = indexPages.page(search, walk, startIndex, message.pageSize(limits.pageSize()));
        var found = page.found();
        return ListResponse.of(ListResponse.head(page.total(), startIndex, found.size()), shown(asked, message, found));
    }

    private Answer byCursor(Asked asked, SearchMessage message, Search search, Walk walk) {
        var text = Objects.requireNonNull(message.cursor());
        return text.isEmpty()
                ? firstPage(asked, message, search, walk)
                : page(asked, message, search, cursors.read(text, walk));
    }

    private Answer firstPage(Asked asked, SearchMessage message, Search search, Walk walk) {
        var count = message.pageSize(limits.pageSize());
        var limited = matches.limited(search);
        if (count == 0) {
            var total = limited.orElseGet(() -> matches.all(search));
            return ListResponse.of(ListResponse.head(total, new ListResponse.Cursors(null, null), 0), List.of());
        }
        // One more than asked for tells whether there is a next page.
        var found = resources.slice(search, new Slice(null, false, 0, count + 1));
        var total = found.size() > count ? limited.orElseGet(() -> matches.ofWalk(search)) : found.size();
        return page(asked, message, new Cursor(walk, clock.instant(), count, total, null, false), found);
    }

    private Answer page(Asked asked, SearchMessage message, Search search, Cursor cursor) {
        if (message.count() != null
                && message.pageSize(limits.pageSize()) != Math.min(cursor.count(), limits.pageSize())) {
            throw ScimException.of(
                    ScimType.INVALID_COUNT,
                    "'count' was " + cursor.count() + " when this query began: it stays so to the last page");
        }
        var slice = new Slice(cursor.from(), cursor.backwards(), 0, cursor.count() + 1);
        return page(asked, message, cursor, resources.slice(search, slice));
    }

    /// The page that begins, or ends, at the cursor, where one resource more may have been found than it holds.
    private Answer page(Asked asked, SearchMessage message, Cursor cursor, List<Found> found) {
        var isFull = found.size() > cursor.count();
        var surplus = isFull ? 1 : 0;
        var page = cursor.backwards() ? found.subList(surplus, found.size()) : found.subList(0, found.size() - surplus);
        var renewed = cursor.expiring(clock.instant().plus(pagination.cursorTimeout()));
        var links = new ListResponse.Cursors(text(next(renewed, page, isFull)), text(previous(renewed, page, isFull)));
        return ListResponse.of(ListResponse.head(cursor.total(), links, page.size()), shown(asked, message, page));
    }

    private static @Nullable Cursor next(Cursor cursor, List<Found> page, boolean isFull) {
        if (!cursor.backwards()) {
            return isFull ? cursor.next(page.getLast().position()) : null;
        }
        // What stood before the cursor may have been deleted: then the first page is what follows.
        return page.isEmpty() ? cursor.first() : cursor.next(page.getLast().position());
    }

    private static @Nullable Cursor previous(Cursor cursor, List<Found> page, boolean isFull) {
        var isFirst = cursor.backwards() ? !isFull : cursor.isFirst();
        return isFirst || page.isEmpty()
                ? null
                : cursor.previous(page.getFirst().position());
    }

    private @Nullable String text(@Nullable Cursor cursor) {
        return cursor == null ? null : cursors.write(cursor);
    }

    /// Each resource as its own type shows it.
    private List<Answer> shown(Asked asked, SearchMessage message, List<Found> found) {
        var shown = new HashMap<String, Answer>();
        for (var type : asked.scope().types()) {
            var ofType = found.stream()
                    .filter(one ->
                            one.resource().type().name().equals(type.type().name()))
                    .toList();
            if (!ofType.isEmpty()) {
                var projector = projectors.reading(type.type(), message.projection());
                var answers = new ResourceView(asked.client().organizationId(), type, projector, asked.baseUri())
                        .ofFound(ofType);
                for (var i = 0; i < ofType.size(); i++) {
                    shown.put(ofType.get(i).resource().id(), answers.get(i));
                }
            }
        }
        return found.stream()
                .map(each -> Objects.requireNonNull(shown.get(each.resource().id())))
                .toList();
    }
}
