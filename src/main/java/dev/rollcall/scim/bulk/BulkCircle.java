package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOutcome.Done;
import dev.rollcall.scim.bulk.BulkOutcome.Refused;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.LinkedCreation;
import dev.rollcall.scim.resource.LinkedCreation.Created;
import dev.rollcall.scim.resource.LinkedCreation.Draft;
import dev.rollcall.scim.resource.LinkedCreation.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// POSTs that refer to each other in a circle: all of them are done, or none.
final class BulkCircle {
    private final BulkSender sender;
    private final LinkedCreation creation;
    private final BulkIds ids;
    private final BulkOutage outage;

    BulkCircle(BulkSender sender, LinkedCreation creation, BulkIds ids, BulkOutage outage) {
        this.sender = sender;
        this.creation = creation;
        this.ids = ids;
        this.outage = outage;
    }

    /// What came of each.
    List<BulkOutcome> process(List<BulkOperation> posts) {
        var bulkIds = posts.stream().map(BulkCircle::bulkId).collect(Collectors.toSet());
        var drafts = new ArrayList<Draft>();
        var refusals = new TreeMap<Integer, ScimException>();
        for (var post : posts) {
            var index = drafts.size() + refusals.size();
            outage.refusal(() -> drafts.add(draft(post, bulkIds))).ifPresent(refusal -> refusals.put(index, refusal));
        }
        var created = refusals.isEmpty() ? create(drafts, refusals) : List.<BulkOutcome>of();
        return refusals.isEmpty() ? created : refused(posts, refusals);
    }

    private Draft draft(BulkOperation post, Set<String> circle) {
        var operation = post.wellFormed();
        var store = sender.store(operation);
        var known = BulkReferences.resolved(
                operation, bulkId -> circle.contains(bulkId) ? BulkReferences.to(bulkId) : ids.required(bulkId));
        return new Draft(
                sender.writer(operation),
                bulkId(post),
                store,
                created -> BulkReferences.resolved(
                                known, bulkId -> created.getOrDefault(bulkId, BulkReferences.to(bulkId)))
                        .data());
    }

    private List<BulkOutcome> create(List<Draft> drafts, SortedMap<Integer, ScimException> refusals) {
        var created = new ArrayList<BulkOutcome>();
        outage.refusal(() -> {
                    switch (creation.create(drafts)) {
                        case Created(var resources) ->
                            resources.forEach(resource -> created.add(new Done(SingleOperations.CREATED, resource)));
                        case Failed(var draft, var refusal)
                        when draft < drafts.size() && refusal.status() != BulkOutage.UNAVAILABLE ->
                            refusals.put(draft, refusal);
                        case Failed failed -> throw failed.refusal();
                    }
                })
                .ifPresent(ofAll -> IntStream.range(0, drafts.size()).forEach(index -> refusals.put(index, ofAll)));
        return created;
    }

    private static List<BulkOutcome> refused(List<BulkOperation> posts, SortedMap<Integer, ScimException> refusals) {
        var others = BulkIds.failed(bulkId(posts.get(refusals.firstKey())));
        return IntStream.range(0, posts.size())
                .<BulkOutcome>mapToObj(index -> new Refused(refusals.getOrDefault(index, others)))
                .toList();
    }

    private static String bulkId(BulkOperation post) {
        return Objects.requireNonNull(post.bulkId());
    }
}
