package dev.rollcall.scim.protocol;

import java.util.regex.Pattern;

/// Where SCIM is served.
public final class ScimPaths {
    /// The path of the base URI, the same for every organization.
    public static final String BASE = "/scim/v2";

    private static final String ROOT = "/scim";
    private static final Pattern VERSION = Pattern.compile("/scim/v(?!2(/|$))[0-9]+(/.*)?");

    /// Where the endpoints of configured resource types are inside the service. Clients find them below {@link
    /// #BASE}.
    public static final String CONFIGURED = BASE + "/-";

    /// A path as clients know it.
    public static String shown(String path) {
        return path.startsWith(CONFIGURED + "/") ? BASE + path.substring(CONFIGURED.length()) : path;
    }

    private ScimPaths() {}

    /// Whether the path is below `/scim`, be there an endpoint or not.
    public static boolean covers(String path) {
        return path.startsWith(ROOT)
                && (path.length() == ROOT.length() || "/;".indexOf(path.charAt(ROOT.length())) >= 0);
    }

    /// True for a path that names a version of the protocol other than the one that is served (RFC 7644 §3.13).
    static boolean isOfAnotherVersion(String path) {
        return VERSION.matcher(path).matches();
    }
}
