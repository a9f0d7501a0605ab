package dev.rollcall.operations;

import dev.rollcall.scim.group.GroupsConfig;
import dev.rollcall.scim.protocol.BodiesConfig;
import dev.rollcall.scim.protocol.BulkConfig;
import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.protocol.StreamingConfig;
import dev.rollcall.scim.search.PaginationConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Refuses to start with limits that cannot be kept, all of them named at once: they are published, and clients
/// and operators rely on them.
@ApplicationScoped
class LimitBounds {
    private static final int LARGEST_PAGE = 10_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final List<String> problems = new ArrayList<>();

    LimitBounds(
            LimitsConfig limits,
            PaginationConfig pagination,
            StreamingConfig streaming,
            GroupsConfig groups,
            BulkConfig bulk,
            BodiesConfig bodies) {
        check("rollcall.limits.page-size", limits.pageSize(), 1, LARGEST_PAGE);
        checkCount("rollcall.limits.max-matches", limits.maxMatches());
        checkCount("rollcall.pagination.counted-matches", pagination.countedMatches());
        check("rollcall.pagination.cursor-timeout", pagination.cursorTimeout());
        check("rollcall.streaming.answers", streaming.answers(), 1, Integer.MAX_VALUE);
        check("rollcall.streaming.longest-time", streaming.longestTime());
        var largest = new LinkedHashMap<String, Long>();
        largest.put("rollcall.limits.body-size", limits.bodySize().asLongValue());
        largest.put("rollcall.groups.body-size", groups.bodySize().asLongValue());
        if (bulk.enabled()) {
            check("rollcall.bulk.max-operations", bulk.maxOperations(), 1, Integer.MAX_VALUE);
            largest.put("rollcall.bulk.max-payload-size", bulk.maxPayloadSize().asLongValue());
        }
        largest.forEach(this::checkBody);
        bodies.memory().map(MemorySize::asLongValue).ifPresent(memory -> checkMemory(memory, largest));
    }

    void check(@Observes StartupEvent start) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Limits that cannot be kept:\n- " + String.join("\n- ", problems));
        }
    }

    /// What is wrong with the settings; nothing if the list is empty.
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            var rule = most == Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
            problems.add(key + " is " + value + ": it is " + rule);
        }
    }

    private void checkCount(String key, int value) {
        if (value < 0) {
            problems.add(key + " is " + value + ": it is 0, for any number, or more");
        }
    }

    private void check(String key, Duration value) {
        if (value.compareTo(SHORTEST) < 0) {
            problems.add(key + " is " + value + ": it is a second or longer");
        }
    }

    private void checkBody(String key, long bytes) {
        if (bytes < 1) {
            problems.add(key + " is " + bytes + ": it is a byte or more");
        }
    }

    private void checkMemory(long memory, Map<String, Long> bodies) {
        var largest = Collections.max(bodies.entrySet(), Map.Entry.comparingByValue());
        if (memory < largest.getValue()) {
            problems.add("rollcall.bodies.memory is " + memory + " bytes: one body alone may have more, "
                    + largest.getKey() + " is " + largest.getValue());
        }
    }
}
