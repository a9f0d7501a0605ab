package dev.rollcall;

import dev.rollcall.command.CommandApplication;
import dev.rollcall.database.DatabaseStartException;
import dev.rollcall.database.EmbeddedMariaDb;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Starts the service, or one management command where there are arguments; before it the embedded database where
/// none is configured.
@QuarkusMain
public final class Main {

    /// Who has configured no database wants to try the service.
    private static final String FIRST_RUN = "rollcall.first-run";

    /// Has the framework leave the targets of requests to `TargetsAsWritten`. It looks once, as the class that has
    /// the check is initialised: where the executable is built, or here.
    private static final String NO_URI_VALIDATION = "vertx.disableURIValidation";

    /// Longer than Quarkus takes to finish requests and close its pool.
    private static final Duration QUARKUS_STOPS_WITHIN = Duration.ofSeconds(30);

    Main() {}

    /// Serves until the process is told to end, or carries out a command.
    public static void main(String... arguments) {
        System.setProperty(NO_URI_VALIDATION, "true");
        try {
            if (arguments.length == 0) {
                DefaultDatabase.start().ifPresentOrElse(Main::serveOn, Quarkus::run);
            } else {
                execute(arguments);
            }
        } catch (DatabaseStartException e) {
            System.err.println("rollcall: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void execute(String... arguments) {
        CommandApplication.settings(arguments).forEach(System::setProperty);
        var database = DefaultDatabase.attachOrStart();
        Quarkus.run(
                CommandApplication.class,
                (exitCode, failure) -> {
                    if (failure != null) {
                        System.err.println(CommandApplication.failed(failure));
                    }
                    database.ifPresent(EmbeddedMariaDb::close);
                    System.exit(exitCode);
                },
                arguments);
    }

    private static void serveOn(EmbeddedMariaDb database) {
        if (EarlySettings.ofThisProcess().find(FIRST_RUN).isEmpty()) {
            System.setProperty(FIRST_RUN, "true");
        }
        var quarkusStopped = new CountDownLatch(1);
        database.waitAtExitFor(quarkusStopped, QUARKUS_STOPS_WITHIN);
        Quarkus.run(null, (exitCode, failure) -> {
            if (failure != null) {
                report(failure);
            }
            quarkusStopped.countDown();
            // Ends the process; in dev mode, where this is also called at every live reload, it does not.
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
        });
    }

    // With a handler of its own Quarkus leaves it to that to say why it did not start.
    private static void report(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ConfigurationException) {
            System.err.println("rollcall: " + cause.getMessage());
        } else {
            failure.printStackTrace();
        }
    }
}
