package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a query (RFC 7644 §3.4.2).
public final class ListResponse {
    /// Stands for a number of matches that is not known.
    public static final long UNCOUNTED = -1;

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ListResponse() {}

    /// Where a walk by cursor goes on (RFC 9865 §2). Null stands for nowhere.
    public record Cursors(@Nullable String next, @Nullable String previous) {}

    /// A page of a walk by cursor. Where nobody counted the matches, it does not say how many there are.
    public static ScimValue.Complex of(long totalResults, Cursors cursors, List<? extends ScimValue> resources) {
        var body = new LinkedHashMap<String, ScimValue>();
        body.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        if (totalResults != UNCOUNTED) {
            body.put("totalResults", ScimValue.of(totalResults));
        }
        body.put("itemsPerPage", ScimValue.of(resources.size()));
        if (cursors.next() != null) {
            body.put("nextCursor", ScimValue.of(cursors.next()));
        }
        if (cursors.previous() != null) {
            body.put("previousCursor", ScimValue.of(cursors.previous()));
        }
        body.put("Resources", new ScimValue.MultiValued(List.copyOf(resources)));
        return new ScimValue.Complex(body);
    }

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
