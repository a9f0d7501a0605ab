package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.protocol.ProjectionParameters;
import dev.rollcall.scim.protocol.SearchParameters;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A query as it was asked, in the query string or in the body of a search request. Null stands for what was
/// not given.
///
/// @param startIndex a number as it was written
/// @param count a number as it was written
/// @param cursor empty for the first page of a walk by cursor
/// @param isForm whether the text was read by the rules of forms, where `+` is a space
public record SearchMessage(
        @Nullable String filter,
        @Nullable String sortBy,
        @Nullable String sortOrder,
        @Nullable String startIndex,
        @Nullable String count,
        @Nullable String cursor,
        Projection projection,
        boolean isForm) {
    private static final Pattern INTEGER = Pattern.compile("([-+]?)(?=\\d)0*+(\\d*+)");
    private static final int LONGEST_INTEGER = 9;

    /// Reads the parameters of a GET.
    ///
    /// @throws ScimException `invalidValue` where `attributes` and `excludedAttributes` are both given
    public static SearchMessage of(SearchParameters parameters, ProjectionParameters projection, UriInfo uri) {
        return new SearchMessage(
                // An empty filter must not find everybody, and an empty cursor begins a walk.
                given(parameters.filter, "filter", uri),
                parameters.sortBy,
                parameters.sortOrder,
                parameters.startIndex,
                parameters.count,
                given(parameters.cursor, "cursor", uri),
                projection.projection(),
                true);
    }

    // The framework takes an empty parameter for an absent one.
    private static @Nullable String given(@Nullable String value, String name, UriInfo uri) {
        return value == null && uri.getQueryParameters().containsKey(name) ? "" : value;
    }

    /// The first match of the page; values below 1 mean 1 (RFC 7644 Table 6).
    ///
    /// @throws ScimException `invalidValue` where it is no integer
    int firstIndex() {
        return Math.max(1, integer("startIndex", startIndex, 1, ScimType.INVALID_VALUE));
    }

    /// The size of the page, between 0 and `most`; `most` where none is given.
    ///
    /// @throws ScimException where it is no integer: `invalidValue`, or `invalidCount` in a walk by cursor
    int pageSize(int most) {
        var refusal = cursor == null ? ScimType.INVALID_VALUE : ScimType.INVALID_COUNT;
        return Math.clamp(integer("count", count, most, refusal), 0, most);
    }

    private static int integer(String name, @Nullable String text, int otherwise, ScimType refusal) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        var integer = INTEGER.matcher(text.strip());
        if (!integer.matches()) {
            throw ScimException.of(refusal, "Parameter '" + name + "' takes an integer");
        }
        var isNegative = integer.group(1).equals("-");
        if (integer.group(2).length() > LONGEST_INTEGER) {
            return isNegative ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        var magnitude = integer.group(2).isEmpty() ? 0 : Integer.parseInt(integer.group(2));
        return isNegative ? -magnitude : magnitude;
    }
}
