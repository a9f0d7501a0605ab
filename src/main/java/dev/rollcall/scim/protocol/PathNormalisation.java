package dev.rollcall.scim.protocol;

import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Administrators type base URLs and resource paths into their identity provider: a slash too many between the
/// two or at the end, and endpoints in another letter case, lead to the same endpoint. It comes before
/// authentication, so that every spelling is guarded alike.
@Provider
@PreMatching
@Priority(Stages.SPELLING)
public class PathNormalisation implements ContainerRequestFilter {
    private static final List<String> ENDPOINTS =
            List.of("Users", "Groups", "Schemas", "ResourceTypes", "ServiceProviderConfig", "Bulk", "Me");

    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern LAST_SLASH = Pattern.compile("(?<=.)/$");

    private final Instance<SchemaRegistry> schemas;

    // Filters are made when the service is built; the definitions are known when it runs.
    PathNormalisation(Instance<SchemaRegistry> schemas) {
        this.schemas = schemas;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        if (isNormal(path)) {
            return;
        }
        var normal = normal(path, endpoints());
        if (!normal.equals(path)) {
            var query = uri.getRawQuery();
            request.setRequestUri(URI.create(
                    uri.getScheme() + "://" + uri.getRawAuthority() + normal + (query == null ? "" : "?" + query)));
        }
    }

    /// True for the paths of nearly all requests; what is no such path may be normal as well.
    private static boolean isNormal(String path) {
        var begin = ScimPaths.BASE.length() + 1;
        if (!path.startsWith(ScimPaths.BASE + "/") || path.contains("//") || path.endsWith("/")) {
            return false;
        }
        var end = path.indexOf('/', begin);
        return ENDPOINTS.contains(path.substring(begin, end < 0 ? path.length() : end));
    }

    private List<String> endpoints() {
        return Stream.concat(
                        ENDPOINTS.stream(),
                        schemas.get().resourceTypes().stream()
                                .map(type -> type.endpoint().substring(1)))
                .toList();
    }

    /// The path as it is matched, where the endpoints of configured types keep their spelling.
    public static String normal(String path) {
        return normal(path, ENDPOINTS);
    }

    static String normal(String path, List<String> endpoints) {
        var single = LAST_SLASH.matcher(SLASHES.matcher(path).replaceAll("/")).replaceAll("");
        if (single.equalsIgnoreCase(ScimPaths.BASE)) {
            return ScimPaths.BASE;
        }
        var prefix = ScimPaths.BASE + "/";
        if (!single.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return single;
        }
        var rest = single.substring(prefix.length());
        var end = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
        return prefix + endpoint(rest.substring(0, end), endpoints) + rest.substring(end);
    }

    private static String endpoint(String name, List<String> endpoints) {
        return endpoints.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
