package dev.rollcall.scim.protocol;

import dev.rollcall.startup.LimitBounds;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Limits of pages, bodies, bulk requests and streamed answers that can be kept.
@Singleton
class ProtocolBounds extends LimitBounds {
    private static final int LARGEST_PAGE = 10_000;

    ProtocolBounds(
            LimitsConfig limits,
            StreamingConfig streaming,
            BulkConfig bulk,
            BodiesConfig bodies,
            @All List<BodySize> others) {
        check("rollcall.limits.page-size", limits.pageSize(), 1, LARGEST_PAGE);
        checkCount("rollcall.limits.max-matches", limits.maxMatches());
        check("rollcall.streaming.answers", streaming.answers(), 1, Integer.MAX_VALUE);
        check("rollcall.streaming.longest-time", streaming.longestTime());
        var sizes = new ArrayList<>(others);
        sizes.add(new BodySize("rollcall.limits.body-size", limits.bodySize().asLongValue()));
        if (bulk.enabled()) {
            check("rollcall.bulk.max-operations", bulk.maxOperations(), 1, Integer.MAX_VALUE);
            sizes.add(new BodySize(
                    "rollcall.bulk.max-payload-size", bulk.maxPayloadSize().asLongValue()));
        }
        sizes.sort(Comparator.comparingLong(BodySize::bytes).thenComparing(BodySize::key));
        sizes.forEach(this::checkBody);
        bodies.memory().map(MemorySize::asLongValue).ifPresent(memory -> checkMemory(memory, sizes.getLast()));
    }

    private void checkBody(BodySize size) {
        if (size.bytes() < 1) {
            problem(size.key() + " is " + size.bytes() + ": it is a byte or more");
        }
    }

    private void checkMemory(long memory, BodySize largest) {
        if (memory < largest.bytes()) {
            problem("rollcall.bodies.memory is " + memory + " bytes: one body alone may have more, " + largest.key()
                    + " is " + largest.bytes());
        }
    }
}
