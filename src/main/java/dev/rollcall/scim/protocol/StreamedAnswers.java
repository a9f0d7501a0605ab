package dev.rollcall.scim.protocol;

import dev.rollcall.fairness.CrowdedException;
import dev.rollcall.fairness.Fairness;
import dev.rollcall.fairness.Visit;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.web.BrokenTransfer;
import dev.rollcall.web.OpenTransfer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Sends answers that are read while they are written. Each holds a connection to the database, and old rows in
/// it, for as long as the client reads; so there are only so many at once, fewer of one organization, and each has an
/// end.
@ApplicationScoped
class StreamedAnswers {
    private static final Logger LOG = Logger.getLogger(StreamedAnswers.class);
    private static final int LONGEST_CLOSE_SECONDS = 10;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Fairness fairness;
    private final Duration longest;
    private final CurrentVertxRequest request;

    StreamedAnswers(StreamingConfig config, Fairness fairness, CurrentVertxRequest request) {
        this.fairness = fairness;
        this.longest = config.longestTime();
        this.request = request;
    }

    /// Writes the answer to its end.
    ///
    /// @throws ScimException what refuses the request before anything was written; 429 where too many are on
    /// their way
    /// @throws IOException where the transfer broke, or was broken since its content failed
    void write(Answer.Content content, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        try (var _ = fairness.answer(Visit.currentParty())) {
            transfer(content, headers, out);
        } catch (CrowdedException crowded) {
            throw ScimException.status(
                    TOO_MANY_REQUESTS,
                    crowded.crowd()
                            .sentence("Read them to their end, or leave members out by excludedAttributes=members."));
        }
    }

    private void transfer(Answer.Content content, MultivaluedMap<String, Object> headers, OutputStream out)
            throws IOException {
        var context = request.getCurrent();
        var timer = context.vertx().setTimer(longest.toMillis(), _ -> {
            LOG.warnf("An answer was not read within %s and is broken off", longest);
            var _ = OpenTransfer.cut(context);
        });
        try {
            var json = JsonWriter.generator(out);
            content.writeTo(new AnswerStream(json, headers::putSingle));
            json.close();
        } catch (RuntimeException | IOException failure) {
            if (context.response().headWritten()) {
                throw broken(context, failure);
            }
            throw failure;
        } finally {
            context.vertx().cancelTimer(timer);
        }
    }

    private static IOException broken(RoutingContext context, Exception failure) {
        if (!context.response().closed()) {
            LOG.warnf("An answer broke off: %s", failure);
            breakOff(context);
        }
        return new BrokenTransfer(failure);
    }

    // Once this returns, nobody can end the answer as if it were whole.
    private static void breakOff(RoutingContext context) {
        context.response().reset();
        if (context.request().version() == HttpVersion.HTTP_2) {
            return;
        }
        if (!OpenTransfer.cut(context).awaitUninterruptibly(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A connection takes long to close");
        }
    }
}
