package dev.rollcall.command;

import org.flywaydb.core.Flyway;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `rollcall migrate`. The migration itself happens while the application starts, before the tables are validated, see
/// {@link CommandApplication#settings}; what is left is to say where that led.
@Command(
        name = MigrateCommand.NAME,
        description = "Brings the tables to this version and ends.",
        mixinStandardHelpOptions = true)
class MigrateCommand implements Runnable {
    static final String NAME = "migrate";

    private final Flyway flyway;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    MigrateCommand(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public void run() {
        var current = flyway.info().current();
        spec.commandLine()
                .getOut()
                .println("The tables are at version " + (current == null ? "none" : current.getVersion()));
        spec.commandLine().getOut().flush();
    }
}
