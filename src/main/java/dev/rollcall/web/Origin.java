package dev.rollcall.web;

import io.quarkus.arc.ClientProxy;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// Where a request comes from.
///
/// @param address of the caller, or the one that a proxy names where the settings trust it; null where there is none
/// @param product as the caller names itself (`User-Agent`), exactly as it was sent; null where it does not
public record Origin(@Nullable String address, @Nullable String product) {

    /// Of a request at any stage.
    public static Origin of(ContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) ClientProxy.unwrap(request)).getServerRequestContext();
        return of(context.unwrap(RoutingContext.class).request());
    }

    /// Of a request that is being served.
    public static Origin of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return new Origin(remote == null ? null : address(remote), request.getHeader(HttpHeaders.USER_AGENT));
    }

    private static String address(SocketAddress remote) {
        // What a proxy names is not looked up, so it may have no address of its own.
        var address = remote.hostAddress();
        return address == null ? remote.host() : address;
    }
}
