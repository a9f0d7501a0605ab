package dev.rollcall.api.page;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads lists a page at a time. What stands behind a position is asked for by its values, so that a page costs the
/// same wherever it is, and nothing that stays is left out when something else is added or removed.
@ApplicationScoped
public class Pages {
    /// The size of a page where the caller names none.
    public static final int DEFAULT_LIMIT = 50;

    /// The largest page.
    public static final int MOST = 200;

    private final Cursors cursors;
    private final CurrentCaller caller;

    Pages(Cursors cursors, CurrentCaller caller) {
        this.cursors = cursors;
        this.caller = caller;
    }

    /// The page that was asked for.
    ///
    /// @param read up to so many of the list behind a position, in its order
    /// @param position of one of them: the values by which the list is ordered
    /// @param view how the caller sees it
    /// @throws RefusedException where the limit is none, or the cursor is of another list, caller or query
    public <T, V> Page<V> page(
            PageParameters asked,
            Function<Slice, List<T>> read,
            Function<T, List<String>> position,
            Function<T, V> view) {
        var limit = limit(asked.limit());
        var query = query(asked);
        var after = asked.cursor() == null ? List.<String>of() : cursors.read(asked.cursor(), query);
        var found = read.apply(new Slice(after, limit + 1));
        var items = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursors.write(position.apply(items.getLast()), query) : null;
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /// The page that was asked for, of a list in which what is asked for may be rare: it may hold less than the limit,
    /// or
    /// nothing, and go on all the same.
    ///
    /// @param read up to so many of the list behind a position, and where to read on
    /// @param view how the caller sees it
    /// @throws RefusedException where the limit is none, or the cursor is of another list, caller or query
    public <T, V> Page<V> portion(PageParameters asked, Function<Slice, Found<T>> read, Function<T, V> view) {
        var query = query(asked);
        var after = asked.cursor() == null ? List.<String>of() : cursors.read(asked.cursor(), query);
        var found = read.apply(new Slice(after, limit(asked.limit())));
        var next = found.next().isEmpty() ? null : cursors.write(found.next(), query);
        return new Page<>(found.items().stream().map(view).toList(), next);
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        if (given.matches("[0-9]{1,3}")) {
            var limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw RefusedException.invalid(
                List.of(new RefusedException.Violation("limit", "'limit' is a number from 1 to " + MOST + ".")));
    }

    /// What a cursor belongs to: whose list, which, and of which query. The pages of a walk may differ in size.
    private String query(PageParameters asked) {
        var parameters = new TreeMap<String, List<String>>(asked.request().getQueryParameters());
        parameters.keySet().removeAll(Set.of("limit", "cursor"));
        return caller.required().organizationId() + " " + asked.request().getPath() + " " + parameters;
    }
}
