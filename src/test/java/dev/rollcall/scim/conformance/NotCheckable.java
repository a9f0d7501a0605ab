package dev.rollcall.scim.conformance;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What could not be checked where the scenarios ran: counted and shown, so that nobody takes it for passed.
final class NotCheckable {
    private final Queue<String> checks = new ConcurrentLinkedQueue<>();

    void add(String check) {
        checks.add(check);
    }

    List<String> distinct() {
        return checks.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
        var lines = new StringBuilder(checks.size() + " checks are not checkable here");
        distinct().forEach(check -> lines.append("\n  ").append(check));
        return lines.toString();
    }
}
