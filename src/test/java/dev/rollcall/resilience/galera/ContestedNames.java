package dev.rollcall.resilience.galera;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Names of users that several clients create at about the same time. For several threads.
final class ContestedNames {
    private final int rivals;
    private final AtomicInteger given = new AtomicInteger();
    private final Map<String, Collection<Integer>> statuses = new ConcurrentHashMap<>();

    /// @param rivals how many clients get the same name
    ContestedNames(int rivals) {
        this.rivals = rivals;
    }

    /// A name to create a user with.
    String next() {
        return "contested-" + given.getAndIncrement() / rivals;
    }

    /// Notes what the creation was answered with.
    ///
    /// @throws AssertionError if it is not one of what a client may get
    void answered(String name, int status) {
        if (!Set.of(201, 409, 503).contains(status)) {
            throw new AssertionError(name + " was answered with " + status);
        }
        statuses.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>()).add(status);
    }

    /// The answers by name, where more than one got it, or where it is not there though somebody got it or was
    /// told that somebody has it.
    Map<String, Collection<Integer>> contradictions(Collection<String> present) {
        var found = new TreeMap<String, Collection<Integer>>();
        statuses.forEach((name, answers) -> {
            var winners = answers.stream().filter(status -> status == 201).count();
            var isTaken = winners > 0 || answers.contains(409);
            if (winners > 1 || (isTaken && !present.contains(name))) {
                found.put(name, answers);
            }
        });
        return found;
    }
}
