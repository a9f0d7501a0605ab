package dev.rollcall.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads a body that is announced as small before a worker thread is taken for its request. Read by the worker, each
/// body costs several changes between its thread and that of the connection, and a client that takes its time holds a
/// worker. Not over HTTP/2, where what is behind refuses a request that has been read.
@ApplicationScoped
class SmallBodies {
    /// The most bytes that are held for a client of which nobody knows yet who it is.
    private static final int LARGEST = 16 * 1024;

    /// For how long a client is waited for, as for one that is read by a worker.
    private static final long LONGEST_MILLIS = TimeUnit.SECONDS.toMillis(10);

    // Behind the check of the target, which may send a request on its way a second time.
    private static final int PRIORITY = 10_000;

    void register(@Observes Filters filters) {
        filters.register(SmallBodies::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        var request = context.request();
        if (!isSmall(request) || request.isEnded()) {
            context.next();
            return;
        }
        var body = request.body();
        request.resume();
        if (body.isComplete()) {
            read(context, body.result());
            return;
        }
        var timer = context.vertx()
                .setTimer(LONGEST_MILLIS, _ -> request.connection().close());
        body.onComplete(came -> {
            context.vertx().cancelTimer(timer);
            // Where it failed, the client has gone, and nobody is there to be answered.
            if (came.succeeded()) {
                read(context, came.result());
            }
        });
    }

    private static void read(RoutingContext context, Buffer body) {
        ((RoutingContextInternal) context).setBody(body);
        context.next();
    }

    private static boolean isSmall(HttpServerRequest request) {
        var length = length(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        return length > 0
                && length <= LARGEST
                && request.version() != HttpVersion.HTTP_2
                && request.getHeader(HttpHeaders.EXPECT) == null;
    }

    private static int length(@Nullable String header) {
        try {
            return header == null ? 0 : Integer.parseInt(header);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
