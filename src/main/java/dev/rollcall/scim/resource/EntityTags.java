package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The entity tags of an `If-Match` or `If-None-Match` header (RFC 9110 §13.1). SCIM's tags are weak, so tags
/// are compared without regard to weakness in both headers (RFC 7644 §3.14).
public record EntityTags(boolean any, List<String> opaqueTags) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    public EntityTags {
        opaqueTags = List.copyOf(opaqueTags);
    }

    /// Reads a header; null where there is none.
    public static @Nullable EntityTags parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        return new EntityTags(
                header.strip().equals("*"),
                TAG.matcher(header).results().map(tag -> tag.group(1)).toList());
    }

    /// True where the header names the resource's present version.
    public boolean match(ScimResource resource) {
        return any || opaqueTags.contains(Long.toString(resource.meta().version()));
    }
}
