package dev.rollcall.scim.bulk;

import dev.rollcall.scim.bulk.BulkOperation.Content;
import dev.rollcall.scim.bulk.BulkOperation.Malformed;
import dev.rollcall.scim.bulk.BulkOperation.Single;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.SchemaUris;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the body of a bulk request (RFC 7644 §3.7). What is wrong with the message refuses all of it; what is
/// wrong with one operation is that operation's own failure. The names of members are taken in any case.
final class BulkRequestReader {
    /// The URI of the message.
    static final String BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,17}");
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Tolerances tolerances;
    private final int maxOperations;

    BulkRequestReader(Tolerances tolerances, int maxOperations) {
        this.tolerances = tolerances;
        this.maxOperations = maxOperations;
    }

    /// Reads the message.
    ///
    /// @throws ScimException `invalidSyntax`; 413 for more operations than are taken
    BulkRequest read(ScimValue.Complex body) {
        SchemaUris.checkMessage(body, BULK_REQUEST, tolerances);
        if (!(member(body, "Operations") instanceof ScimValue.MultiValued(var elements)) || elements.isEmpty()) {
            throw ScimException.invalidSyntax("'Operations' must be an array of one or more operations");
        }
        if (elements.size() > maxOperations) {
            throw ScimException.status(
                    413,
                    "The request holds " + elements.size() + " operations, and maxOperations is " + maxOperations
                            + ": send several requests");
        }
        var failOnErrors = failOnErrors(member(body, "failOnErrors"));
        var operations = elements.stream().map(BulkRequestReader::object).toList();
        var bulkIds = operations.stream()
                .map(operation -> text(operation, "bulkId"))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new BulkRequest(
                failOnErrors,
                operations.stream()
                        .map(operation -> operation(operation, bulkIds))
                        .toList());
    }

    private int failOnErrors(@Nullable ScimValue value) {
        return switch (value) {
            case null -> Integer.MAX_VALUE;
            case ScimValue.Null _ -> Integer.MAX_VALUE;
            case ScimValue.Numeric(var number)
            when number.scale() == 0 && number.signum() > 0 -> number.min(MOST).intValueExact();
            case ScimValue.Text(var text)
            when COUNT.matcher(text).matches() && tolerances.forgive(Tolerance.TEXT_AS_NUMBER) ->
                new BigDecimal(text).min(MOST).intValueExact();
            default -> throw ScimException.invalidSyntax("'failOnErrors' must be an integer above 0");
        };
    }

    private static ScimValue.Complex object(ScimValue element) {
        if (element instanceof ScimValue.Complex object) {
            return object;
        }
        throw ScimException.invalidSyntax("Each of the 'Operations' must be a JSON object");
    }

    private BulkOperation operation(ScimValue.Complex operation, Map<String, Long> bulkIds) {
        return new BulkOperation(
                text(operation, "method"),
                text(operation, "bulkId"),
                text(operation, "path"),
                content(operation, bulkIds));
    }

    private Content content(ScimValue.Complex operation, Map<String, Long> bulkIds) {
        try {
            var method = method(operation);
            checkBulkId(method, operation, bulkIds);
            if (!(member(operation, "path") instanceof ScimValue.Text(var path))) {
                throw ScimException.invalidSyntax("'path' must be a string: /Users or /Users/{id}");
            }
            return new Single(method, BulkPath.parse(path, tolerances), version(operation), data(method, operation));
        } catch (ScimException refusal) {
            return new Malformed(refusal);
        }
    }

    private BulkMethod method(ScimValue.Complex operation) {
        if (!(member(operation, "method") instanceof ScimValue.Text(var text))) {
            throw ScimException.invalidSyntax("'method' must be one of POST, PUT, PATCH and DELETE");
        }
        return BulkMethod.of(text, tolerances)
                .orElseThrow(() -> ScimException.invalidSyntax(
                        "'method' is " + ScimException.printable(text) + ": use POST, PUT, PATCH or DELETE"));
    }

    private static void checkBulkId(BulkMethod method, ScimValue.Complex operation, Map<String, Long> bulkIds) {
        var bulkId = text(operation, "bulkId");
        if (bulkId == null || bulkId.isEmpty()) {
            if (method == BulkMethod.POST || isGiven(member(operation, "bulkId"))) {
                throw ScimException.invalidSyntax("'bulkId' must be a string that is not empty, and POST needs one");
            }
        } else if (bulkIds.getOrDefault(bulkId, 0L) > 1) {
            throw ScimException.invalidSyntax("'bulkId' " + ScimException.printable(bulkId)
                    + " is that of several operations: give each its own");
        }
    }

    private static @Nullable String version(ScimValue.Complex operation) {
        var version = member(operation, "version");
        if (isGiven(version) && !(version instanceof ScimValue.Text)) {
            throw ScimException.invalidSyntax("'version' must be a string, as in meta.version");
        }
        return text(operation, "version");
    }

    private static ScimValue.Complex data(BulkMethod method, ScimValue.Complex operation) {
        if (method == BulkMethod.DELETE) {
            return ScimValue.Complex.EMPTY;
        }
        if (member(operation, "data") instanceof ScimValue.Complex data) {
            return data;
        }
        throw ScimException.invalidSyntax("'data' must be a JSON object: the body that " + method + " has alone");
    }

    private static boolean isGiven(@Nullable ScimValue value) {
        return value != null && !(value instanceof ScimValue.Null);
    }

    private static @Nullable String text(ScimValue.Complex object, String name) {
        return member(object, name) instanceof ScimValue.Text(var text) ? text : null;
    }

    private static @Nullable ScimValue member(ScimValue.Complex object, String name) {
        return object.members().entrySet().stream()
                .filter(member -> name.equalsIgnoreCase(member.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
