package dev.rollcall.scim.fairness;

import dev.rollcall.scim.protocol.ScimPaths;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/// Requests that take long because of what they bring, as far as their headers tell.
final class LargeRequests {
    /// A body of this length takes as much memory as is counted, and holds some thousand members of a group.
    private static final long LARGE = 128L * 1024;

    /// As much as gzip makes of a list of members.
    private static final int INFLATED = 10;

    private static final String BULK = ScimPaths.BASE + "/Bulk";
    private static final String GROUPS = ScimPaths.BASE + "/Groups";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private LargeRequests() {}

    /// Whether a request is one: a bulk request, a large body, and a group whose length nobody tells.
    static boolean contain(ContainerRequestContext request) {
        var method = request.getMethod();
        if (method.equals("GET") || method.equals("DELETE") || method.equals("HEAD")) {
            return false;
        }
        var path = request.getUriInfo().getPath();
        if (path.equals(BULK)) {
            return true;
        }
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !DIGITS.matcher(length).matches()) {
            return path.startsWith(GROUPS);
        }
        var isInflated = request.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null;
        return Long.parseLong(length) > (isInflated ? LARGE / INFLATED : LARGE);
    }
}
