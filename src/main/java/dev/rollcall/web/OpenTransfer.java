package dev.rollcall.web;

import io.netty.channel.ChannelFuture;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/// An answer that is being sent.
public final class OpenTransfer {
    private OpenTransfer() {}

    /// Breaks it off at once. The methods of the connection and of its channel would first send what is written, and a
    /// client that does not read lets them wait for ever.
    public static ChannelFuture cut(RoutingContext context) {
        return ((ConnectionBase) context.request().connection())
                .channelHandlerContext()
                .close();
    }
}
