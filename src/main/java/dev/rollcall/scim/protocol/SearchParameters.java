package dev.rollcall.scim.protocol;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.NullUnmarked;

/// The query parameters of RFC 7644 §3.4.2 and RFC 9865 as they came.
@NullUnmarked
public class SearchParameters {
    @QueryParam("filter")
    public String filter;

    @QueryParam("startIndex")
    public String startIndex;

    @QueryParam("count")
    public String count;

    @QueryParam("sortBy")
    public String sortBy;

    @QueryParam("sortOrder")
    public String sortOrder;

    @QueryParam("cursor")
    public String cursor;
}
