package dev.rollcall.scim.security;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.web.SafeMethods;
import java.util.Set;
import java.util.regex.Pattern;

/// Which requests need a token, and with which scope.
final class ScimAccess {
    private static final String ROOT = "/scim";
    private static final String SERVICE_PROVIDER_CONFIG = ROOT + "/v2/ServiceProviderConfig";
    private static final String BULK = ROOT + "/v2/Bulk";
    private static final Pattern OPEN_TO_USERS =
            Pattern.compile(ROOT + "/v2/(Me|ServiceProviderConfig|(ResourceTypes|Schemas)(/[^/;]+)?)");
    private static final String SEARCH = "/.search";

    private ScimAccess() {}

    /// Whether credentials may be absent: a client finds out here how to authenticate (RFC 7644 §4).
    static boolean isOpen(String method, String path) {
        return SafeMethods.contain(method) && path.equals(SERVICE_PROVIDER_CONFIG);
    }

    /// What a request needs.
    static Access needed(String method, String path) {
        return new Access(scopes(method, path), OPEN_TO_USERS.matcher(path).matches());
    }

    /// The scopes of which a request needs one. Whatever is not known to read only, writes; the operations of a
    /// bulk request are each checked for themselves.
    private static Set<Scope> scopes(String method, String path) {
        if (method.equals("POST") && path.equals(BULK)) {
            return Set.of(Scope.READ, Scope.WRITE);
        }
        return Set.of(
                SafeMethods.contain(method) || (method.equals("POST") && path.endsWith(SEARCH))
                        ? Scope.READ
                        : Scope.WRITE);
    }
}
