package dev.rollcall.security.door;

import java.util.Set;

/// Which requests the doors of the management API guard, and which need no proof.
final class ApiPaths {
    private static final String ROOT = "/api";

    /// Method and path: whoever exchanges a link has no proof yet, and the description holds no secret.
    private static final Set<String> OPEN =
            Set.of("POST /api/v1/sessions", "GET /api/v1/openapi", "GET /api/v1/openapi.json");

    private ApiPaths() {}

    static boolean covers(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.startsWith(ROOT + ";");
    }

    static boolean isOpen(String method, String path) {
        return OPEN.contains((method.equals("HEAD") ? "GET" : method) + " " + path);
    }
}
