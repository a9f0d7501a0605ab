package dev.rollcall;

import dev.rollcall.database.DatabaseStartException;
import dev.rollcall.database.EmbeddedMariaDb;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Starts the service, before it the embedded database where none is configured.
@QuarkusMain
public final class Main {

    /// Longer than Quarkus takes to finish requests and close its pool.
    private static final Duration QUARKUS_STOPS_WITHIN = Duration.ofSeconds(30);

    Main() {}

    /// Serves until the process is told to end.
    public static void main(String... arguments) {
        try {
            DefaultDatabase.start()
                    .ifPresentOrElse(database -> serveOn(database, arguments), () -> Quarkus.run(arguments));
        } catch (DatabaseStartException e) {
            System.err.println("rollcall: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serveOn(EmbeddedMariaDb database, String... arguments) {
        var quarkusStopped = new CountDownLatch(1);
        database.waitAtExitFor(quarkusStopped, QUARKUS_STOPS_WITHIN);
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    quarkusStopped.countDown();
                    // Ends the process; in dev mode, where this is also called at every live reload, it does not.
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
                },
                arguments);
    }
}
