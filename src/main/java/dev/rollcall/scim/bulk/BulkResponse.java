package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.bulk.BulkOutcome.Deleted;
import dev.rollcall.scim.bulk.BulkOutcome.Done;
import dev.rollcall.scim.bulk.BulkOutcome.Refused;
import dev.rollcall.scim.protocol.ErrorResponse;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/// The answer to a bulk request (RFC 7644 §3.7.3): a result for each operation that was processed, in the order
/// of the request. What was done has no `response`, since its `location` says where to read it.
final class BulkResponse {
    private static final String BULK_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    private final String baseUri;
    private final UnaryOperator<String> ids;

    /// @param ids gives the identifier for a bulkId, or the reference again where nothing was created
    BulkResponse(String baseUri, UnaryOperator<String> ids) {
        this.baseUri = baseUri;
        this.ids = ids;
    }

    ScimValue.Complex of(BulkRequest request, SortedMap<Integer, BulkOutcome> outcomes) {
        var results = new ArrayList<ScimValue>();
        outcomes.forEach(
                (place, outcome) -> results.add(result(request.operations().get(place), outcome)));
        return ScimValue.Complex.EMPTY
                .with("schemas", ScimValue.array(ScimValue.of(BULK_RESPONSE)))
                .with("Operations", new ScimValue.MultiValued(results));
    }

    private ScimValue.Complex result(BulkOperation operation, BulkOutcome outcome) {
        var result = new LinkedHashMap<String, ScimValue>();
        if (operation.method() != null) {
            result.put("method", ScimValue.of(operation.method()));
        }
        if (operation.bulkId() != null) {
            result.put("bulkId", ScimValue.of(operation.bulkId()));
        }
        switch (outcome) {
            case Done(var status, var resource) -> {
                result.put("version", ScimValue.of(resource.entityTag()));
                result.put("location", ScimValue.of(resource.location(baseUri)));
                result.put("status", status(status));
            }
            case Deleted _ -> {
                location(operation).ifPresent(location -> result.put("location", ScimValue.of(location)));
                result.put("status", status(204));
            }
            case Refused(var refusal) -> {
                location(operation).ifPresent(location -> result.put("location", ScimValue.of(location)));
                result.put("status", status(refusal.status()));
                result.put("response", ErrorResponse.body(refusal));
            }
        }
        return new ScimValue.Complex(result);
    }

    private static ScimValue status(int status) {
        return ScimValue.of(Integer.toString(status));
    }

    // Where the operation went; a POST that failed has made nothing that could be anywhere.
    private Optional<String> location(BulkOperation operation) {
        if (operation.isPost() || operation.path() == null) {
            return Optional.empty();
        }
        if (!(operation.content() instanceof Single single)) {
            return Optional.of(baseUri + "/" + operation.path().replaceFirst("^/+", ""));
        }
        var resolved = BulkReferences.resolved(single.target(), ids);
        return Optional.of(baseUri + resolved.endpoint() + (resolved.id() == null ? "" : "/" + resolved.id()));
    }
}
