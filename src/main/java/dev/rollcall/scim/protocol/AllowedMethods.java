package dev.rollcall.scim.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What can be done at a path: the `Allow` header that a 405 must have (RFC 9110 §15.5.6) and the framework
/// leaves out.
final class AllowedMethods {
    private static final Set<String> READ_ONLY = Set.of("ServiceProviderConfig", "ResourceTypes", "Schemas");

    private AllowedMethods() {}

    /// The header's value for a path that answers 405.
    static String at(String path) {
        var segments = segments(path);
        if (!segments.isEmpty() && segments.getLast().equals(".search")) {
            return "OPTIONS, POST";
        }
        if (segments.isEmpty() || READ_ONLY.contains(segments.getFirst())) {
            return "GET, HEAD, OPTIONS";
        }
        if (segments.getFirst().equals("Bulk")) {
            return "OPTIONS, POST";
        }
        return segments.size() == 1 && !segments.getFirst().equals("Me")
                ? "GET, HEAD, OPTIONS, POST"
                : "DELETE, GET, HEAD, OPTIONS, PATCH, PUT";
    }

    private static List<String> segments(String path) {
        var shown = ScimPaths.shown(path);
        var below = shown.startsWith(ScimPaths.BASE) ? shown.substring(ScimPaths.BASE.length()) : shown;
        return Arrays.stream(below.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
