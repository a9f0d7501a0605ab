package dev.rollcall.scim.configured;

import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.web.RequestLog;
import dev.rollcall.web.Stages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/// Leads requests to the endpoints of configured types to {@link ConfiguredEndpoint}. Which endpoints there are
/// is known at run time only, and a template in their place would take every path that is none.
@Provider
@PreMatching
@Priority(Stages.LEADING)
class ConfiguredPaths implements ContainerRequestFilter {
    private final ResourceStores stores;

    // Nothing may be asked of the stores here: filters are made when the service is built.
    ConfiguredPaths(ResourceStores stores) {
        this.stores = stores;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        var inside = inside(path);
        if (!inside.equals(path)) {
            request.setProperty(RequestLog.SHOWN, ScimPaths.shown(inside));
            var query = uri.getRawQuery();
            request.setRequestUri(URI.create(
                    uri.getScheme() + "://" + uri.getRawAuthority() + inside + (query == null ? "" : "?" + query)));
        }
    }

    private String inside(String path) {
        if (!path.startsWith(ScimPaths.BASE + "/")) {
            return path;
        }
        if (path.startsWith(ScimPaths.CONFIGURED + "/")) {
            // No client has an address in here: nothing is at this one.
            return ScimPaths.CONFIGURED;
        }
        var below = path.substring(ScimPaths.BASE.length());
        var end = below.indexOf('/', 1);
        var isConfigured = stores.at(end < 0 ? below : below.substring(0, end))
                .filter(ConfiguredStore.class::isInstance)
                .isPresent();
        return isConfigured ? ScimPaths.CONFIGURED + below : path;
    }
}
