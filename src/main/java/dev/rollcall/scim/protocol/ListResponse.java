package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.List;

/// The answer to a query (RFC 7644 §3.4.2).
public final class ListResponse {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ListResponse() {}

    /// A page that begins with the match number `startIndex`, counted from 1.
    public static ScimValue.Complex of(long totalResults, int startIndex, List<? extends ScimValue> resources) {
        var body = new LinkedHashMap<String, ScimValue>();
        body.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        body.put("totalResults", ScimValue.of(totalResults));
        body.put("startIndex", ScimValue.of(startIndex));
        body.put("itemsPerPage", ScimValue.of(resources.size()));
        body.put("Resources", new ScimValue.MultiValued(List.copyOf(resources)));
        return new ScimValue.Complex(body);
    }
}
