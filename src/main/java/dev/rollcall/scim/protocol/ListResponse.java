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
    private static final String RESOURCES = "Resources";

    private ListResponse() {}

    /// Where a walk by cursor goes on (RFC 9865 §2). Null stands for nowhere.
    public record Cursors(@Nullable String next, @Nullable String previous) {}

    /// What comes before the resources in a page of a walk by cursor. Where nobody counted the matches, it does
    /// not say how many there are.
    ///
    /// @param size how many resources the page has
    public static ScimValue.Complex head(long totalResults, Cursors cursors, int size) {
        var body = new LinkedHashMap<String, ScimValue>();
        body.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        if (totalResults != UNCOUNTED) {
            body.put("totalResults", ScimValue.of(totalResults));
        }
        body.put("itemsPerPage", ScimValue.of(size));
        if (cursors.next() != null) {
            body.put("nextCursor", ScimValue.of(cursors.next()));
        }
        if (cursors.previous() != null) {
            body.put("previousCursor", ScimValue.of(cursors.previous()));
        }
        return new ScimValue.Complex(body);
    }

    /// What comes before the resources in a page that begins with the match number `startIndex`, counted from
    /// 1.
    ///
    /// @param size how many resources the page has
    public static ScimValue.Complex head(long totalResults, int startIndex, int size) {
        var body = new LinkedHashMap<String, ScimValue>();
        body.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        body.put("totalResults", ScimValue.of(totalResults));
        body.put("startIndex", ScimValue.of(startIndex));
        body.put("itemsPerPage", ScimValue.of(size));
        return new ScimValue.Complex(body);
    }

    /// A list that is a page of its own.
    public static ScimValue.Complex of(List<? extends ScimValue> resources) {
        return head(resources.size(), 1, resources.size())
                .with(RESOURCES, new ScimValue.MultiValued(List.copyOf(resources)));
    }

    /// A page with its resources, which is held if they all are.
    public static Answer of(ScimValue.Complex head, List<Answer> resources) {
        if (resources.stream().allMatch(Answer.Held.class::isInstance)) {
            var held = resources.stream()
                    .<ScimValue>map(resource -> ((Answer.Held) resource).value())
                    .toList();
            return new Answer.Held(head.with(RESOURCES, new ScimValue.MultiValued(held)));
        }
        return new Answer.Streamed(out -> out.object(head, RESOURCES, elements -> {
            for (var resource : resources) {
                resource.writeTo(elements);
            }
        }));
    }
}
