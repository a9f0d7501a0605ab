package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The query parameters of RFC 7644 §3.4.2 as they came.
@NullUnmarked
public class SearchParameters {
    @QueryParam("filter")
    public String filter;

    @QueryParam("startIndex")
    public String startIndex;

    @QueryParam("count")
    public String count;

    /// The first match of the page; values below 1 mean 1 (RFC 7644 Table 6).
    public int firstIndex() {
        return Math.max(1, number("startIndex", startIndex, 1));
    }

    /// The size of the page, between 0 and `most`; `most` where none is given.
    public int pageSize(int most) {
        return Math.clamp(number("count", count, most), 0, most);
    }

    private static int number(String name, @Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.strip().matches("[-+]?\\d{1,18}")) {
            throw ScimException.of(ScimType.INVALID_VALUE, "Parameter '" + name + "' takes an integer");
        }
        return Math.clamp(Long.parseLong(text.strip()), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
