package dev.rollcall.scim.bulk;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.PathNormalisation;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where an operation goes, relative to the base URI: `/Users` or `/Users/{id}`.
///
/// @param endpoint the endpoint with its slash, in the spelling in which it is served
/// @param id what follows, decoded: an identifier or a reference such as `bulkId:u1`; null where nothing does
record BulkPath(String endpoint, @Nullable String id) {

    /// Reads a path; slashes and letter case are forgiven as in the URI of a single request. The first
    /// slash may be forgiven.
    ///
    /// @throws ScimException `invalidSyntax`
    static BulkPath parse(String text, Tolerances tolerances) {
        if (!text.startsWith("/") && !tolerances.forgive(Tolerance.BULK_PATH_WITHOUT_SLASH)) {
            throw ScimException.invalidSyntax("'path' is relative to the base URI and begins with a slash: /Users");
        }
        var normal = PathNormalisation.normal(ScimPaths.BASE + "/" + text).substring(ScimPaths.BASE.length());
        var slash = normal.indexOf('/', 1);
        if (normal.length() < 2) {
            throw ScimException.invalidSyntax("'path' names no endpoint: send /Users or /Users/{id}");
        }
        return slash < 0
                ? new BulkPath(normal, null)
                : new BulkPath(normal.substring(0, slash), decoded(normal.substring(slash + 1)));
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return segment;
        }
    }
}
