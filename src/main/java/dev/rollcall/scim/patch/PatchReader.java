package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.SchemaUris;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the body of a PATCH request (RFC 7644 §3.5.2). The names of members and the values of `op` are taken
/// in any case.
public final class PatchReader {
    /// The URI of the message.
    public static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// The most operations that one request may hold.
    public static final int MAX_OPERATIONS = 1_000;

    private final Tolerances tolerances;

    public PatchReader(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /// Reads the operations in their order.
    ///
    /// @throws ScimException `invalidSyntax` for a body of another structure, `noTarget` for a remove without a
    /// path, `invalidPath` and `invalidFilter` for what is wrong with a path
    public List<PatchOperation> read(ScimValue.Complex body) {
        SchemaUris.checkMessage(body, PATCH_OP, tolerances);
        if (!(member(body, "Operations") instanceof ScimValue.MultiValued(var operations)) || operations.isEmpty()) {
            throw ScimException.invalidSyntax("'Operations' must be an array of one or more operations");
        }
        refuseTooMany(operations.size());
        var read = operations.stream().flatMap(this::operations).toList();
        refuseTooMany(read.size());
        return read;
    }

    private static void refuseTooMany(int operations) {
        if (operations > MAX_OPERATIONS) {
            throw ScimException.invalidSyntax("'Operations' holds " + operations + " operations, and " + MAX_OPERATIONS
                    + " are the limit: send several requests");
        }
    }

    private Stream<PatchOperation> operations(ScimValue element) {
        if (!(element instanceof ScimValue.Complex operation)) {
            throw ScimException.invalidSyntax("Each of the 'Operations' must be a JSON object");
        }
        if (!(member(operation, "op") instanceof ScimValue.Text(var op))) {
            throw ScimException.invalidSyntax("Each operation needs 'op': add, remove or replace");
        }
        var path = path(operation);
        var value = member(operation, "value");
        return switch (op.toLowerCase(Locale.ROOT)) {
            case "add" -> given("add", path, value).stream().map(given -> new PatchOperation.Add(path, given));
            case "replace" ->
                given("replace", path, value).stream().map(given -> new PatchOperation.Replace(path, given));
            case "remove" -> Stream.of(remove(path, value));
            default ->
                throw ScimException.invalidSyntax(
                        "'" + ScimException.printable(op) + "' is no operation: use add, remove or replace");
        };
    }

    private PatchOperation.Remove remove(@Nullable PatchPath path, @Nullable ScimValue value) {
        if (path == null) {
            throw ScimException.noTarget("Operation remove needs a 'path' that says what to remove");
        }
        if (value == null || value instanceof ScimValue.Null) {
            return new PatchOperation.Remove(path, null);
        }
        if (!tolerances.forgive(Tolerance.REMOVE_WITH_VALUE)) {
            throw ScimException.invalidSyntax("Operation remove takes no 'value': select elements with a filter in"
                    + " 'path', such as emails[value eq \"a@example.com\"]");
        }
        return new PatchOperation.Remove(path, value);
    }

    // Without a path an array is as many operations, one for each object in it.
    private List<ScimValue> given(String op, @Nullable PatchPath path, @Nullable ScimValue value) {
        if (value == null) {
            throw ScimException.invalidSyntax("Operation " + op + " needs a 'value'");
        }
        if (path != null || value instanceof ScimValue.Complex) {
            return List.of(value);
        }
        if (value instanceof ScimValue.MultiValued(var objects)
                && !objects.isEmpty()
                && objects.stream().allMatch(ScimValue.Complex.class::isInstance)
                && tolerances.forgive(Tolerance.ARRAY_WITHOUT_PATH)) {
            return objects;
        }
        throw ScimException.invalidSyntax(
                "Operation " + op + " without 'path' needs a JSON object of attributes in 'value'");
    }

    private @Nullable PatchPath path(ScimValue.Complex operation) {
        return switch (member(operation, "path")) {
            case null -> null;
            case ScimValue.Null _ -> null;
            case ScimValue.Text(var text) when text.isBlank() && tolerances.forgive(Tolerance.PATH_WITH_BLANKS) -> null;
            case ScimValue.Text(var text) -> PatchPath.parse(withoutBlanks(text), tolerances);
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.MultiValued _, ScimValue.Complex _ ->
                throw ScimException.invalidSyntax("'path' must be a string");
        };
    }

    private String withoutBlanks(String path) {
        var stripped = path.strip();
        return stripped.equals(path) || !tolerances.forgive(Tolerance.PATH_WITH_BLANKS) ? path : stripped;
    }

    private static @Nullable ScimValue member(ScimValue.Complex object, String name) {
        var found = object.members().entrySet().stream()
                .filter(member -> name.equalsIgnoreCase(member.getKey()))
                .toList();
        if (found.size() > 1) {
            throw ScimException.invalidSyntax("'" + name + "' is given twice, in different letter case");
        }
        return found.isEmpty() ? null : found.getFirst().getValue();
    }
}
