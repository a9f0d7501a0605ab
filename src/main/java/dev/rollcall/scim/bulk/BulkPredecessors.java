package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Which operations of a request come before which: those that create what it refers to, and what was to happen
/// at its endpoint before it. A POST that is pulled forward must not pass that, such as a DELETE of the user
/// whose name it takes. Operations without references of their own wait in a row, so that each needs one
/// predecessor only and no circle can come of it.
final class BulkPredecessors {
    private final BulkIds ids;
    private final Map<String, Integer> lastPlain = new HashMap<>();

    private BulkPredecessors(BulkIds ids) {
        this.ids = ids;
    }

    /// For each operation the places of its predecessors, in ascending order.
    static List<List<Integer>> of(BulkRequest request, BulkIds ids) {
        var before = new BulkPredecessors(ids);
        var all = new ArrayList<List<Integer>>();
        for (var place = 0; place < request.operations().size(); place++) {
            all.add(before.of(request.operations().get(place), place));
        }
        return all;
    }

    private List<Integer> of(BulkOperation operation, int place) {
        if (!(operation.content() instanceof Single single)) {
            return List.of();
        }
        var found = new TreeSet<Integer>();
        BulkReferences.of(single).stream()
                .map(ids::place)
                .filter(Objects::nonNull)
                .forEach(found::add);
        var endpoint = single.target().endpoint();
        var isPlain = !operation.isPost() && found.isEmpty();
        if ((isPlain || operation.isPost()) && lastPlain.containsKey(endpoint)) {
            found.add(lastPlain.get(endpoint));
        }
        if (isPlain) {
            lastPlain.put(endpoint, place);
        }
        return List.copyOf(found);
    }
}
