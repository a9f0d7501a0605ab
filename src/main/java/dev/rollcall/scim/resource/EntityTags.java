package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The entity tags of an `If-Match` or `If-None-Match` header (RFC 9110 §13.1). SCIM's tags are weak, so tags
/// are compared without regard to weakness in both headers (RFC 7644 §3.14).
///
/// @param except what must not match as well, if anything
public record EntityTags(
        boolean any, List<String> opaqueTags, @Nullable EntityTags except) {
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
                TAG.matcher(header).results().map(tag -> tag.group(1)).toList(),
                null);
    }

    /// Reads the condition of a write: the tags of `If-Match`, and none of those of `If-None-Match`, which
    /// makes a write a 412 where it makes a read a 304 (RFC 9110 §13.1.2); null where there is neither header.
    public static @Nullable EntityTags ofWrite(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var tags = parse(ifMatch);
        var except = parse(ifNoneMatch);
        if (except == null) {
            return tags;
        }
        return tags == null
                ? new EntityTags(true, List.of(), except)
                : new EntityTags(tags.any(), tags.opaqueTags(), except);
    }

    /// True where the header names the resource's present version.
    public boolean match(ScimResource resource) {
        var isNamed = any || opaqueTags.contains(Long.toString(resource.meta().version()));
        return isNamed && (except == null || !except.match(resource));
    }
}
