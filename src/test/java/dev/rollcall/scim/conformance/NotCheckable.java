package dev.rollcall.scim.conformance;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What could not be checked where the scenarios ran: counted and shown, so that nobody takes it for passed.
final class NotCheckable {
    private final Queue<String> checks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeated = new AtomicInteger();

    void add(String check) {
        checks.add(check);
    }

    /// A request was sent again because of a rate limit.
    void addRepeated() {
        repeated.incrementAndGet();
    }

    List<String> distinct() {
        return checks.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        var lines = new StringBuilder(checks.size() + " checks are not checkable here");
        distinct().forEach(check -> lines.append("\n  ").append(check));
        if (repeated.get() > 0) {
            lines.append("\n").append(repeated).append(" requests were sent again because of a rate limit");
        }
        return lines.toString();
    }
}
