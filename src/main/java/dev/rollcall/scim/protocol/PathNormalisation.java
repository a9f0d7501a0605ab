package dev.rollcall.scim.protocol;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;

/// Administrators type base URLs and resource paths into their identity provider: a slash too many between the
/// two or at the end, and endpoints in another letter case, lead to the same endpoint. It comes before
/// authentication, so that every spelling is guarded alike.
@Provider
@PreMatching
@Priority(PathNormalisation.BEFORE_AUTHENTICATION)
public class PathNormalisation implements ContainerRequestFilter {
    static final int BEFORE_AUTHENTICATION = 500;

    private static final List<String> ENDPOINTS =
            List.of("Users", "Groups", "Schemas", "ResourceTypes", "ServiceProviderConfig", "Bulk", "Me");

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        var normal = normal(path);
        if (!normal.equals(path)) {
            var query = uri.getRawQuery();
            request.setRequestUri(URI.create(
                    uri.getScheme() + "://" + uri.getRawAuthority() + normal + (query == null ? "" : "?" + query)));
        }
    }

    /// The path as it is matched.
    public static String normal(String path) {
        var single = path.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        var prefix = ScimPaths.BASE + "/";
        if (!single.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return single;
        }
        var rest = single.substring(prefix.length());
        var end = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
        return prefix + endpoint(rest.substring(0, end)) + rest.substring(end);
    }

    private static String endpoint(String name) {
        return ENDPOINTS.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
