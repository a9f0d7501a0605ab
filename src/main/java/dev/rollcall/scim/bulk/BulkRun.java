package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Malformed;
import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.bulk.BulkOutcome.Done;
import dev.rollcall.scim.bulk.BulkOutcome.Refused;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.Incidents;
import dev.rollcall.scim.resource.LinkedCreation;
import dev.rollcall.scim.resource.LinkedCreation.Created;
import dev.rollcall.scim.resource.LinkedCreation.Draft;
import dev.rollcall.scim.resource.LinkedCreation.Failed;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.security.ProvisioningClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The processing of one bulk request. Operations are processed in {@link BulkOrder}, each on its own, so that
/// what fails harms no other; only POSTs that refer to each other in a circle are one: all of them or none.
final class BulkRun {
    private static final int UNAVAILABLE = 503;

    /// So that a database that is away is not asked for each of a thousand operations.
    private static final int MOST_UNAVAILABLE = 3;

    private final SingleOperations operations;
    private final LinkedCreation creation;
    private final ProvisioningClient client;
    private final String baseUri;
    private final BulkRequest request;
    private final Map<String, Integer> posts = new HashMap<>();
    private final SortedMap<Integer, BulkOutcome> outcomes = new TreeMap<>();
    private int failures;
    private int unavailable;

    BulkRun(
            SingleOperations operations,
            LinkedCreation creation,
            ProvisioningClient client,
            String baseUri,
            BulkRequest request) {
        this.operations = operations;
        this.creation = creation;
        this.client = client;
        this.baseUri = baseUri;
        this.request = request;
        for (var place = 0; place < request.operations().size(); place++) {
            var operation = request.operations().get(place);
            if (operation.isPost() && operation.bulkId() != null) {
                posts.putIfAbsent(operation.bulkId(), place);
            }
        }
    }

    /// Processes the operations until there are errors enough.
    ///
    /// @return what came of those that were processed, by their place in the request
    SortedMap<Integer, BulkOutcome> process() {
        for (var step : BulkOrder.of(references())) {
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
        return outcomeOf(bulkId) instanceof Done done
                ? Optional.of(done.resource().id())
                : Optional.empty();
    }

    // A POST that is pulled forward must not pass what was to happen at its endpoint before it, such as a DELETE
    // of the user whose name it takes. Operations without references of their own wait in a row, so that each
    // needs one predecessor only and no circle can come of it.
    private List<List<Integer>> references() {
        var predecessors = new ArrayList<List<Integer>>();
        var lastPlain = new HashMap<String, Integer>();
        for (var place = 0; place < request.operations().size(); place++) {
            var operation = request.operations().get(place);
            if (!(operation.content() instanceof Single single)) {
                predecessors.add(List.of());
                continue;
            }
            var found = new TreeSet<Integer>();
            BulkReferences.of(single).stream()
                    .map(posts::get)
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
            predecessors.add(List.copyOf(found));
        }
        return predecessors;
    }

    private void single(int place) {
        var refusal = refusal(() -> {
            var operation = wellFormed(place);
            var store = operations.store(client, operation);
            var resolved = BulkReferences.resolved(operation, this::required);
            note(place, operations.run(Writer.of(client).part(), store, resolved, baseUri));
        });
        if (refusal != null) {
            note(place, new Refused(refusal));
        }
    }

    private void circle(List<Integer> places) {
        var bulkIds = places.stream().map(this::bulkId).collect(Collectors.toSet());
        var drafts = new ArrayList<Draft>();
        var refusals = new TreeMap<Integer, ScimException>();
        for (var place : places) {
            var refusal = refusal(() -> drafts.add(draft(place, bulkIds)));
            if (refusal != null) {
                refusals.put(place, refusal);
            }
        }
        if (refusals.isEmpty()) {
            create(places, drafts, refusals);
        }
        if (!refusals.isEmpty()) {
            var others = failed(bulkId(refusals.firstKey()));
            places.forEach(place -> note(place, new Refused(refusals.getOrDefault(place, others))));
        }
    }

    private Draft draft(int place, Set<String> circle) {
        var operation = wellFormed(place);
        var store = operations.store(client, operation);
        var known = BulkReferences.resolved(
                operation, bulkId -> circle.contains(bulkId) ? BulkReferences.to(bulkId) : required(bulkId));
        return new Draft(
                Writer.of(client).part(),
                bulkId(place),
                store,
                ids -> BulkReferences.resolved(known, bulkId -> ids.getOrDefault(bulkId, BulkReferences.to(bulkId)))
                        .data());
    }

    private void create(List<Integer> places, List<Draft> drafts, Map<Integer, ScimException> refusals) {
        var ofAll = refusal(() -> {
            switch (creation.create(drafts)) {
                case Created(var resources) -> {
                    for (var i = 0; i < resources.size(); i++) {
                        note(places.get(i), new Done(SingleOperations.CREATED, resources.get(i)));
                    }
                }
                case Failed(var draft, var refusal)
                when draft < places.size() && refusal.status() != UNAVAILABLE ->
                    refusals.put(places.get(draft), refusal);
                case Failed failed -> throw failed.refusal();
            }
        });
        if (ofAll != null) {
            places.forEach(place -> refusals.put(place, ofAll));
        }
    }

    private @Nullable ScimException refusal(Runnable work) {
        if (unavailable >= MOST_UNAVAILABLE) {
            return ScimException.unavailable("The service cannot reach its database");
        }
        try {
            work.run();
            return null;
        } catch (ScimException refusal) {
            return refusal;
        } catch (RuntimeException failure) {
            return Incidents.refusal(failure);
        }
    }

    private void note(int place, BulkOutcome outcome) {
        outcomes.put(place, outcome);
        if (outcome instanceof Refused(var refusal)) {
            failures++;
            unavailable = refusal.status() == UNAVAILABLE ? unavailable + 1 : 0;
        } else {
            unavailable = 0;
        }
    }

    private Single wellFormed(int place) {
        return switch (request.operations().get(place).content()) {
            case Single single -> single;
            case Malformed(var refusal) -> throw refusal;
        };
    }

    private String bulkId(int place) {
        return Objects.requireNonNull(request.operations().get(place).bulkId());
    }

    private @Nullable BulkOutcome outcomeOf(String bulkId) {
        var place = posts.get(bulkId);
        return place == null ? null : outcomes.get(place);
    }

    private String required(String bulkId) {
        if (!posts.containsKey(bulkId)) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "No POST of this request has the bulkId '" + ScimException.printable(bulkId)
                            + "' to which this operation refers");
        }
        return created(bulkId).orElseThrow(() -> failed(bulkId));
    }

    private static ScimException failed(String bulkId) {
        return ScimException.status(
                409,
                "The operation with the bulkId '" + ScimException.printable(bulkId)
                        + "', to which this operation refers, failed");
    }
}
