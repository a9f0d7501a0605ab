package dev.rollcall.scim.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The order in which operations are processed: their own, but for one that others refer to, which comes before
/// the first of those. Operations that refer to each other in a circle are processed together. These are the
/// strongly connected components of the graph of references, which Tarjan's algorithm finds in this very order:
/// what is referred to first.
final class BulkOrder {
    private static final int UNSEEN = -1;

    private final List<List<Integer>> references;
    private final int[] seenAs;
    private final int[] lowest;
    private final boolean[] isOpen;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private int seen;

    private BulkOrder(List<List<Integer>> references) {
        this.references = references;
        seenAs = new int[references.size()];
        lowest = new int[references.size()];
        isOpen = new boolean[references.size()];
        Arrays.fill(seenAs, UNSEEN);
    }

    /// Operations, by their place in the request, that are processed together.
    ///
    /// @param circular whether they refer to each other, or one to itself
    record Step(List<Integer> operations, boolean circular) {
        Step {
            operations = List.copyOf(operations);
        }
    }

    /// @param references for each operation those to which it refers
    static List<Step> of(List<List<Integer>> references) {
        var order = new BulkOrder(references);
        for (var operation = 0; operation < references.size(); operation++) {
            if (order.seenAs[operation] == UNSEEN) {
                order.visit(operation);
            }
        }
        return order.steps;
    }

    /// An operation on the way from the first to the present one, and how many of its references were followed.
    private static final class Visit {
        private final int operation;
        private int followed;

        private Visit(int operation) {
            this.operation = operation;
        }
    }

    // A chain of references can be as long as the request, so the way is kept here and not on the thread's stack.
    private void visit(int first) {
        enter(first);
        while (!visits.isEmpty()) {
            var visit = visits.getFirst();
            var targets = references.get(visit.operation);
            if (visit.followed < targets.size()) {
                follow(visit.operation, targets.get(visit.followed++));
            } else {
                leave(visit.operation);
            }
        }
    }

    private void enter(int operation) {
        seenAs[operation] = seen;
        lowest[operation] = seen;
        seen++;
        open.push(operation);
        isOpen[operation] = true;
        visits.push(new Visit(operation));
    }

    private void follow(int operation, int target) {
        if (seenAs[target] == UNSEEN) {
            enter(target);
        } else if (isOpen[target]) {
            lowest[operation] = Math.min(lowest[operation], seenAs[target]);
        }
    }

    private void leave(int operation) {
        visits.pop();
        if (!visits.isEmpty()) {
            var from = visits.getFirst().operation;
            lowest[from] = Math.min(lowest[from], lowest[operation]);
        }
        if (lowest[operation] == seenAs[operation]) {
            steps.add(step(operation));
        }
    }

    private Step step(int last) {
        var operations = new ArrayList<Integer>();
        int operation;
        do {
            operation = open.pop();
            isOpen[operation] = false;
            operations.add(operation);
        } while (operation != last);
        operations.sort(null);
        return new Step(
                operations, operations.size() > 1 || references.get(last).contains(last));
    }
}
