package dev.rollcall.resilience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each resource may be, by what was said of the writes to it: what was acknowledged last, or one of those
/// that came after it and of which nobody knows whether they were done. Each resource has one writer, who sends
/// a request after the answer to the one before. For several threads.
public final class Ledger {
    /// The state of a resource that is not there.
    public static final String ABSENT = "absent";

    private final Map<String, Set<String>> possible = new HashMap<>();
    private int acknowledged;
    private int inDoubt;

    /// The write to this state was acknowledged.
    public synchronized void acknowledged(String resource, String state) {
        possible.put(resource, Set.of(state));
        acknowledged++;
    }

    /// There was no answer to the write, or one that does not tell.
    public synchronized void inDoubt(String resource, String state) {
        var states = new HashSet<>(possible.getOrDefault(resource, Set.of(ABSENT)));
        states.add(state);
        possible.put(resource, states);
        inDoubt++;
    }

    /// How many writes were acknowledged.
    public synchronized int acknowledged() {
        return acknowledged;
    }

    /// Of how many nobody knows.
    public synchronized int inDoubt() {
        return inDoubt;
    }

    /// Which resources are what they must not be: an acknowledged write lost, a refused one done, one half done.
    ///
    /// @param actual the states of all resources that are there
    public synchronized List<String> contradictions(Map<String, String> actual) {
        var found = new ArrayList<String>();
        possible.forEach((resource, states) -> {
            var state = actual.getOrDefault(resource, ABSENT);
            if (!states.contains(state)) {
                found.add(resource + " is " + state + ", not one of " + states);
            }
        });
        actual.keySet().stream()
                .filter(resource -> !possible.containsKey(resource))
                .forEach(resource -> found.add(resource + " is there, though nobody wrote it"));
        return found;
    }

    /// The numbers.
    @Override
    public synchronized String toString() {
        return acknowledged + " writes acknowledged, " + inDoubt + " in doubt";
    }
}
