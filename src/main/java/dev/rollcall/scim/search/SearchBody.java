package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.schema.SchemaUris;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the body of a search request (RFC 7644 §3.4.3, RFC 9865 §3). The names of members are taken in any
/// case. Members that the message does not have may be forgiven, and so may numbers and lists of names as a query
/// string has them.
public final class SearchBody {
    /// The URI of the message.
    public static final String SEARCH_REQUEST = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private static final Set<String> NAMES = Set.of(
            "schemas",
            "attributes",
            "excludedattributes",
            "filter",
            "sortby",
            "sortorder",
            "startindex",
            "count",
            "cursor");

    private final Map<String, ScimValue> members = new HashMap<>();

    private final Tolerances tolerances;

    private SearchBody(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /// Reads the message.
    ///
    /// @throws ScimException `invalidSyntax` for a body of another structure, `invalidValue` for a member of
    /// another type
    public static SearchMessage read(ScimValue.Complex body, Tolerances tolerances) {
        SchemaUris.checkMessage(body, SEARCH_REQUEST, tolerances);
        var read = new SearchBody(tolerances);
        body.members().forEach(read::put);
        return new SearchMessage(
                read.text("filter"),
                read.text("sortBy"),
                read.text("sortOrder"),
                read.number("startIndex"),
                read.number("count"),
                read.text("cursor"),
                Projection.of(read.names("attributes"), read.names("excludedAttributes")),
                false);
    }

    private void put(String name, ScimValue value) {
        var key = name.toLowerCase(Locale.ROOT);
        if (!NAMES.contains(key) && !tolerances.forgive(Tolerance.UNKNOWN_MEMBER)) {
            throw ScimException.invalidSyntax("A search request has no member '" + ScimException.printable(name) + "'");
        }
        if (members.put(key, value) != null) {
            throw ScimException.invalidSyntax(
                    "'" + ScimException.printable(name) + "' is given twice, in different letter case");
        }
    }

    private @Nullable ScimValue member(String name) {
        var value = members.get(name.toLowerCase(Locale.ROOT));
        return value instanceof ScimValue.Null ? null : value;
    }

    private @Nullable String text(String name) {
        return switch (member(name)) {
            case null -> null;
            case ScimValue.Text(var text) -> text;
            case ScimValue other -> throw misfit(name, "a string", other);
        };
    }

    // As it was written: what is no integer is refused where it is needed.
    private @Nullable String number(String name) {
        return switch (member(name)) {
            case null -> null;
            case ScimValue.Numeric(var number) -> number.toString();
            case ScimValue.Text(var text) when tolerances.forgive(Tolerance.TEXT_AS_NUMBER) -> text;
            case ScimValue other -> throw misfit(name, "an integer", other);
        };
    }

    private List<String> names(String name) {
        return switch (member(name)) {
            case null -> List.of();
            case ScimValue.MultiValued(var elements) -> {
                var names = new ArrayList<String>();
                for (var element : elements) {
                    if (!(element instanceof ScimValue.Text(var text))) {
                        throw misfit(name, "an array of strings", element);
                    }
                    names.add(text);
                }
                yield names;
            }
            case ScimValue.Text(var text) when tolerances.forgive(Tolerance.ONE_AS_LIST) -> Projection.names(text);
            case ScimValue other -> throw misfit(name, "an array of strings", other);
        };
    }

    private static ScimException misfit(String name, String expected, ScimValue given) {
        var isStructure = given instanceof ScimValue.Complex;
        return ScimException.of(
                isStructure ? ScimType.INVALID_SYNTAX : ScimType.INVALID_VALUE, "'" + name + "' must be " + expected);
    }
}
