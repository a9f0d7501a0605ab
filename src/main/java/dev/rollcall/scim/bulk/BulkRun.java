package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOutcome.Refused;
import dev.rollcall.scim.resource.LinkedCreation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The processing of one bulk request. Operations are processed in {@link BulkOrder}, each on its own, so that
/// what fails harms no other; only POSTs that refer to each other in a {@link BulkCircle} are one.
final class BulkRun {
    private final BulkSender sender;
    private final BulkRequest request;
    private final BulkIds ids;
    private final BulkOutage outage = new BulkOutage();
    private final BulkCircle circle;
    private final SortedMap<Integer, BulkOutcome> outcomes = new TreeMap<>();
    private int failures;

    BulkRun(BulkSender sender, LinkedCreation creation, BulkRequest request) {
        this.sender = sender;
        this.request = request;
        ids = new BulkIds(request);
        circle = new BulkCircle(sender, creation, ids, outage);
    }

    /// Processes the operations until there are errors enough.
    ///
    /// @return what came of those that were processed, by their place in the request
    SortedMap<Integer, BulkOutcome> process() {
        for (var step : BulkOrder.of(BulkPredecessors.of(request, ids))) {
            if (failures >= request.failOnErrors()) {
                break;
            }
            if (step.circular()) {
                circle(step.operations());
            } else {
                step.operations().forEach(this::single);
            }
        }
        return Collections.unmodifiableSortedMap(outcomes);
    }

    /// The identifier of what the operation with this bulkId created.
    Optional<String> created(String bulkId) {
        return ids.created(bulkId);
    }

    private void single(int place) {
        outage.refusal(() -> {
                    var operation = request.operations().get(place).wellFormed();
                    var store = sender.store(operation);
                    note(place, sender.run(store, BulkReferences.resolved(operation, ids::required)));
                })
                .ifPresent(refusal -> note(place, new Refused(refusal)));
    }

    private void circle(List<Integer> places) {
        var came = circle.process(places.stream().map(request.operations()::get).toList());
        for (var i = 0; i < came.size(); i++) {
            note(places.get(i), came.get(i));
        }
    }

    private void note(int place, BulkOutcome outcome) {
        outcomes.put(place, outcome);
        ids.note(place, outcome);
        outage.note(outcome);
        if (outcome instanceof Refused(var refusal)) {
            sender.refused(request.operations().get(place), refusal);
            failures++;
        }
    }
}
