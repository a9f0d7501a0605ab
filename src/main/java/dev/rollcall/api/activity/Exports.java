package dev.rollcall.api.activity;

import dev.rollcall.activity.log.ActivityLog;
import dev.rollcall.activity.log.LogFilter;
import dev.rollcall.activity.log.Portion;
import dev.rollcall.sql.UnavailableException;
import dev.rollcall.web.BrokenTransfer;
import dev.rollcall.web.OpenTransfer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Sends whole activities, read a page at a time: while a page is sent nothing of the database is held. There are only
/// so many at once, and a reader that takes nothing for too long is cut off.
@ApplicationScoped
class Exports {
    static final int PAGE = 1_000;

    private static final Logger LOG = Logger.getLogger(Exports.class);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ActivityLog log;
    private final CurrentVertxRequest request;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Exports(ActivityLog log, CurrentVertxRequest request) {
        this.log = log;
        this.request = request;
    }

    /// All calls of the filter, as they are written.
    StreamingOutput of(LogFilter filter, ExportFormat format) {
        return out -> {
            if (!free.tryAcquire()) {
                throw new UnavailableException("Too many exports are on their way");
            }
            try {
                write(filter, format, out);
            } finally {
                free.release();
            }
        };
    }

    private void write(LogFilter filter, ExportFormat format, OutputStream out) throws IOException {
        var context = request.getCurrent();
        try {
            var portion = log.page(filter, null, PAGE);
            send(context, out, format.header() + text(portion, format));
            while (portion.next() != null) {
                portion = log.page(filter, portion.next(), PAGE);
                send(context, out, text(portion, format));
            }
        } catch (RuntimeException | IOException failure) {
            if (context.response().headWritten()) {
                throw broken(context, failure);
            }
            throw failure;
        }
    }

    private static String text(Portion portion, ExportFormat format) {
        return portion.calls().stream().map(format::line).collect(Collectors.joining());
    }

    private static void send(RoutingContext context, OutputStream out, String text) throws IOException {
        var timer = context.vertx().setTimer(LONGEST_PAUSE.toMillis(), _ -> {
            LOG.warnf("An export was not read for %s and is broken off", LONGEST_PAUSE);
            var _ = OpenTransfer.cut(context);
        });
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } finally {
            context.vertx().cancelTimer(timer);
        }
    }

    // So that nobody takes a part for the whole.
    private static IOException broken(RoutingContext context, Exception failure) {
        if (!context.response().closed()) {
            LOG.warnf("An export broke off: %s", failure);
            var _ = OpenTransfer.cut(context);
        }
        return new BrokenTransfer(failure);
    }
}
