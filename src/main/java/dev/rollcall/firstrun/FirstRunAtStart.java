package dev.rollcall.firstrun;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Runs {@link FirstRun} when the server listens: the port is known then, and what is printed works at once. A
/// command, which opens no port, makes nothing.
@ApplicationScoped
class FirstRunAtStart {
    private static final Logger LOG = Logger.getLogger(FirstRunAtStart.class);

    private final boolean enabled;
    private final FirstRun firstRun;
    private final FirstRunFile file;
    private final ServiceAddress address;

    /// @param enabled whether to make an example organization where there is none. The service that starts its own
    ///     embedded database sets it
    FirstRunAtStart(
            @ConfigProperty(name = "rollcall.first-run", defaultValue = "false") boolean enabled,
            FirstRun firstRun,
            FirstRunFile file,
            ServiceAddress address) {
        this.enabled = enabled;
        this.firstRun = firstRun;
        this.file = file;
        this.address = address;
    }

    void listening(@ObservesAsync HttpServerStart start, HttpServer server) {
        if (!enabled) {
            return;
        }
        try {
            firstRun.run(address.endpoint(server.getPort()))
                    .ifPresent(values -> System.out.print(Welcome.text(values, file.path())));
        } catch (RuntimeException e) {
            // Nobody waits for this observer.
            LOG.error("The example organization cannot be made", e);
        }
    }
}
