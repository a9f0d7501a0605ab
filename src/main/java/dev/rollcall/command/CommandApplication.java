package dev.rollcall.command;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// Runs one command instead of serving.
@ApplicationScoped
@Unremovable
public class CommandApplication implements QuarkusApplication {

    /// What a command needs to be set before Quarkus starts: it opens no port, its output is its own, and what services
    /// do now and then is not done by it, since it may have other settings.
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.level", "WARN",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.console.json.enabled", "false");

    private final Commands commands;

    /// The system properties with which to start Quarkus for these arguments.
    public static Map<String, String> settings(String... arguments) {
        var settings = new HashMap<>(SETTINGS);
        if (arguments.length > 0 && arguments[0].equals(MigrateCommand.NAME)) {
            // Where replicas must not migrate, this command still does.
            settings.put("quarkus.flyway.migrate-at-start", "true");
        }
        return Map.copyOf(settings);
    }

    /// What to say where not even the application for the command started.
    public static String failed(Throwable failure) {
        return Commands.sentence(failure);
    }

    CommandApplication(Commands commands) {
        this.commands = commands;
    }

    /// @return the exit code: 0 done, 1 refused or failed, 2 not understood
    @Override
    public int run(String... arguments) {
        return commands.commandLine().execute(arguments);
    }
}
