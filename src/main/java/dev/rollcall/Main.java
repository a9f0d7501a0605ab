package dev.rollcall;

import dev.rollcall.database.DatabaseStartException;
import dev.rollcall.database.EmbeddedMariaDb;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;

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
        if (LaunchMode.current().isDev()) {
            // The application ends with every live reload, the database only with the process.
            Quarkus.run(arguments);
        } else {
            database.expectCloseAtExit(QUARKUS_STOPS_WITHIN);
            Quarkus.run(
                    null,
                    (exitCode, _) -> {
                        database.close();
                        System.exit(exitCode);
                    },
                    arguments);
        }
    }
}
