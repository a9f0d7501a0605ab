package dev.rollcall.scim.bulk;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which POST of a request has which bulkId, and the identifier of what it created.
final class BulkIds {
    private final Map<String, Integer> posts = new HashMap<>();
    private final Map<Integer, String> created = new HashMap<>();

    BulkIds(BulkRequest request) {
        for (var place = 0; place < request.operations().size(); place++) {
            var operation = request.operations().get(place);
            if (operation.isPost() && operation.bulkId() != null) {
                posts.putIfAbsent(operation.bulkId(), place);
            }
        }
    }

    /// The place of the POST with this bulkId; null where there is none.
    @Nullable
    Integer place(String bulkId) {
        return posts.get(bulkId);
    }

    void note(int place, BulkOutcome outcome) {
        if (outcome instanceof BulkOutcome.Done done) {
            created.put(place, done.resource().id());
        }
    }

    /// The identifier of what the operation with this bulkId created.
    Optional<String> created(String bulkId) {
        return Optional.ofNullable(posts.get(bulkId)).map(created::get);
    }

    /// The same for an operation that cannot do without.
    ///
    /// @throws ScimException 400 where no operation has the bulkId, 409 where the one that has it failed
    String required(String bulkId) {
        if (!posts.containsKey(bulkId)) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "No POST of this request has the bulkId '" + ScimException.printable(bulkId)
                            + "' to which this operation refers");
        }
        return created(bulkId).orElseThrow(() -> failed(bulkId));
    }

    /// The refusal of an operation that refers to one that failed.
    static ScimException failed(String bulkId) {
        return ScimException.status(
                409,
                "The operation with the bulkId '" + ScimException.printable(bulkId)
                        + "', to which this operation refers, failed");
    }
}
