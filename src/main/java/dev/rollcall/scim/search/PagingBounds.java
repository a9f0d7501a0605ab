package dev.rollcall.scim.search;

import dev.rollcall.scim.protocol.LimitsConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Refuses to start with limits that no page can keep: they are published, and clients rely on them.
@ApplicationScoped
class PagingBounds {
    private static final int LARGEST_PAGE = 10_000;

    private final LimitsConfig limits;
    private final PaginationConfig pagination;

    PagingBounds(LimitsConfig limits, PaginationConfig pagination) {
        this.limits = limits;
        this.pagination = pagination;
    }

    void check(@Observes StartupEvent start) {
        var problems = problems(limits.pageSize(), limits.maxMatches(), pagination.cursorTimeout());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Limits that cannot be kept:\n- " + String.join("\n- ", problems));
        }
    }

    /// What is wrong with these settings; nothing if the list is empty.
    static List<String> problems(int pageSize, int maxMatches, Duration cursorTimeout) {
        var problems = new ArrayList<String>();
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            problems.add("rollcall.limits.page-size is " + pageSize + ": it is from 1 to " + LARGEST_PAGE);
        }
        if (maxMatches < 0) {
            problems.add("rollcall.limits.max-matches is " + maxMatches + ": it is 0, for any number, or more");
        }
        if (cursorTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            problems.add("rollcall.pagination.cursor-timeout is " + cursorTimeout + ": it is a second or longer");
        }
        return List.copyOf(problems);
    }
}
